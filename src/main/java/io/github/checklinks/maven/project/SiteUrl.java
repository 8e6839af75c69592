// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.project;

import io.github.checklinks.maven.parameter.WebAddress;
import io.github.checklinks.url.WebUrl;
import org.apache.maven.model.DistributionManagement;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The URL at which a local site will be published, and where it is configured.
 *
 * @param url the URL with a trailing slash; null if it is not known
 * @param origin where it is configured, or why it is not known, for messages
 */
public record SiteUrl(@Nullable String url, String origin) {

    private static final String EXAMPLE = "https://example.org/docs/";

    /** Parses the parameter {@code siteUrl}; {@code none} means that the URL is not known. */
    public static SiteUrl configured(String text) {
        return text.strip().equals("none")
                ? new SiteUrl(null, "siteUrl is none")
                : new SiteUrl(WebAddress.directory("siteUrl", text, EXAMPLE), "from siteUrl");
    }

    /** Returns the URL of a project: the deployment URL of its site, otherwise its own URL unless that is a code host's. */
    public static SiteUrl of(MavenProject project) {
        String deployed = web(siteAddress(project.getDistributionManagement()));
        if (deployed != null) {
            return new SiteUrl(deployed, "from distributionManagement.site.url");
        }
        String own = web(project.getUrl());
        if (own == null) {
            return new SiteUrl(
                    null,
                    "siteUrl is not set, and neither distributionManagement.site.url nor project.url is an http or https URL");
        }
        return CodeHosts.is(project.getUrl(), project)
                ? new SiteUrl(null, "siteUrl is not set, and project.url is the URL of the code, not of the site")
                : new SiteUrl(own, "from project.url");
    }

    private static @Nullable String siteAddress(@Nullable DistributionManagement management) {
        return management == null || management.getSite() == null
                ? null
                : management.getSite().getUrl();
    }

    /** Returns the URL as that of a directory; null if it is not http or https, or contains an unresolved expression. */
    private static @Nullable String web(@Nullable String text) {
        return text != null && !text.contains("${") && WebUrl.parse(text) instanceof WebUrl url && url.isHttp()
                ? WebAddress.directory("siteUrl", text, EXAMPLE)
                : null;
    }
}
