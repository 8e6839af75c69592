// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** Parses the configuration in a POM. */
public final class ConfigurationFixture {

    private ConfigurationFixture() {}

    public static PlexusConfiguration configuration(String xml) {
        return new XmlPlexusConfiguration(dom(xml));
    }

    public static Xpp3Dom dom(String xml) {
        try {
            return Xpp3DomBuilder.build(new StringReader(xml));
        } catch (XmlPullParserException wrong) {
            throw new IllegalArgumentException(wrong);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
