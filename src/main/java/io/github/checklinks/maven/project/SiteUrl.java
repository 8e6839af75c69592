// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.project;

import io.github.checklinks.maven.parameter.WebAddress;
import io.github.checklinks.url.WebUrl;
import org.apache.maven.model.DistributionManagement;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Where a local site will be published, and who says so.
 *
 * @param url with a final slash; null when nobody knows
 * @param origin who says so, for a person
 */
public record SiteUrl(@Nullable String url, String origin) {

    private static final String EXAMPLE = "https://example.org/docs/";

    /** Reads the parameter {@code siteUrl}; {@code none} means that nobody knows. */
    public static SiteUrl configured(String text) {
        return text.strip().equals("none")
                ? new SiteUrl(null, "siteUrl is none")
                : new SiteUrl(WebAddress.directory("siteUrl", text, EXAMPLE), "from siteUrl");
    }

    /** Asks a project: its site's deployment address, else its own address if that is no place for code. */
    public static SiteUrl of(MavenProject project) {
        String deployed = web(siteAddress(project.getDistributionManagement()));
        if (deployed != null) {
            return new SiteUrl(deployed, "from distributionManagement.site.url");
        }
        String own = web(project.getUrl());
        if (own == null) {
            return new SiteUrl(null, "neither distributionManagement.site.url nor project.url is an http or https URL");
        }
        return CodeHosts.is(project.getUrl(), project)
                ? new SiteUrl(null, "project.url is where the code is, not its site")
                : new SiteUrl(own, "from project.url");
    }

    private static @Nullable String siteAddress(@Nullable DistributionManagement management) {
        return management == null || management.getSite() == null
                ? null
                : management.getSite().getUrl();
    }

    /** The address as that of a directory; null when pages cannot have it, or an expression is left in it. */
    private static @Nullable String web(@Nullable String text) {
        return text != null && !text.contains("${") && WebUrl.parse(text) instanceof WebUrl url && url.isHttp()
                ? WebAddress.directory("siteUrl", text, EXAMPLE)
                : null;
    }
}
