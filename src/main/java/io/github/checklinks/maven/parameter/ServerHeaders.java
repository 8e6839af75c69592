// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import java.util.LinkedHashMap;
import java.util.Map;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Reads the headers that a {@code <server>} in {@code settings.xml} configures for Maven's own transport:
 * {@code <configuration><httpHeaders><property><name>…</name><value>…</value></property></httpHeaders></configuration>}.
 */
final class ServerHeaders {

    private ServerHeaders() {}

    /** Returns the headers in order; empty if there are none. Headers without name or value are skipped, as in Maven. */
    static Map<String, String> of(@Nullable Object configuration) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (configuration instanceof Xpp3Dom dom && dom.getChild("httpHeaders") != null) {
            for (Xpp3Dom property : dom.getChild("httpHeaders").getChildren()) {
                String name = text(property.getChild("name"));
                String value = text(property.getChild("value"));
                if (name != null && value != null) {
                    headers.put(name, value);
                }
            }
        }
        return headers;
    }

    private static @Nullable String text(@Nullable Xpp3Dom element) {
        return element == null ? null : TextParameter.orNull(element.getValue());
    }
}
