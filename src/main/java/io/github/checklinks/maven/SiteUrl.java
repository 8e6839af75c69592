package io.github.checklinks.maven;

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
record SiteUrl(@Nullable String url, String origin) {

    private static final String EXAMPLE = "https://example.org/docs/";

    /** Reads the parameter {@code siteUrl}; {@code none} means that nobody knows. */
    static SiteUrl configured(String text) {
        return text.strip().equals("none")
                ? new SiteUrl(null, "siteUrl is none")
                : new SiteUrl(WebAddress.directory("siteUrl", text, EXAMPLE), "from siteUrl");
    }

    /** Asks a project: its site's deployment address, else its own address if that is no place for code. */
    static SiteUrl of(MavenProject project) {
        String deployed = siteAddress(project.getDistributionManagement());
        if (isWeb(deployed)) {
            return new SiteUrl(WebAddress.directory("siteUrl", deployed, EXAMPLE), "from distributionManagement.site.url");
        }
        String own = project.getUrl();
        if (!isWeb(own)) {
            return new SiteUrl(null, "neither distributionManagement.site.url nor project.url is an http or https URL");
        }
        if (CodePlace.is(own, project)) {
            return new SiteUrl(null, "project.url is where the code is, not its site");
        }
        return new SiteUrl(WebAddress.directory("siteUrl", own, EXAMPLE), "from project.url");
    }

    private static @Nullable String siteAddress(@Nullable DistributionManagement management) {
        return management == null || management.getSite() == null
                ? null
                : management.getSite().getUrl();
    }

    /** Whether a text is an address that pages can have; one with an expression left in it is none. */
    private static boolean isWeb(@Nullable String text) {
        return text != null && !text.contains("${") && WebUrl.parse(text) instanceof WebUrl url && url.isHttp();
    }
}
