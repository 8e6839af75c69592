// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.project;

import io.github.checklinks.maven.parameter.InvalidParameter;
import io.github.checklinks.maven.parameter.WebAddress;
import io.github.checklinks.model.Site;
import io.github.checklinks.url.Resolution;
import io.github.checklinks.url.WebUrl;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Parses the parameter {@code site}: a directory or a URL. */
public final class SiteParameter {

    /** The placeholder base URL of a site whose published URL is not known. */
    public static final String UNKNOWN_URL = "https://site.invalid/";

    private SiteParameter() {}

    /**
     * Returns a served site, whose base is the directory of the start URL.
     *
     * @param offline whether Maven is offline
     * @throws IllegalArgumentException if it is not an http or https URL, or Maven is offline
     */
    public static Site.Served served(String text, boolean offline) {
        if (!text.regionMatches(true, 0, "http", 0, 4)) {
            throw InvalidParameter.value("site", text, "a directory or an http or https URL", "target/site");
        }
        WebUrl start = WebAddress.of("site", text, "https://example.org/docs/").withoutFragment();
        if (offline) {
            throw new IllegalArgumentException("site is " + start.redacted()
                    + ", but Maven is offline (-o, or <offline> in settings.xml), so it cannot be requested."
                    + " Run without -o, or set site to the directory where the site is built");
        }
        String path = start.path();
        return new Site.Served(start.href(), start.origin() + path.substring(0, path.lastIndexOf('/') + 1));
    }

    /**
     * Checks that seeds can be resolved against a site.
     *
     * @throws IllegalArgumentException if one cannot
     */
    public static void checkSeeds(Site.Served site, List<String> seeds) {
        for (String seed : seeds) {
            Resolution resolution =
                    WebUrl.parse(site.start()) instanceof WebUrl start ? start.resolve(seed) : WebUrl.parse(seed);
            if (!(resolution instanceof WebUrl url) || !url.isHttp()) {
                throw InvalidParameter.value("seeds", seed, "a path or an http or https URL", "/docs/sitemap.xml");
            }
        }
    }

    /**
     * Returns the directory with a name, which need not exist.
     *
     * @param here the directory that relative names are resolved against
     * @throws IllegalArgumentException if it is not a valid path or is a file
     */
    public static Path directory(String text, Path here) {
        Path directory;
        try {
            directory = here.resolve(text).normalize();
        } catch (InvalidPathException noPath) {
            throw InvalidParameter.value("site", text, "a directory or an http or https URL", "target/site");
        }
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw InvalidParameter.value(
                    "site", text, "a directory (this is a file) or an http or https URL", "target/site");
        }
        return directory;
    }

    /** Returns the message for a missing site, with the ways to build it before it is checked. */
    public static String missing(Path directory) {
        return "there is no site at " + directory
                + ". The build up to verify does not create one. Options:\n"
                + "  1. build it earlier in the same run: mvn site verify, or bind the goal site:site to a phase before verify\n"
                + "  2. check at the end of the site's own lifecycle: <phase>post-site</phase> in this plugin's execution,"
                + " then mvn post-site (mvn site stops before that phase)\n"
                + "  3. check the staged site of all modules once: in the parent, with <inherited>false</inherited> and"
                + " <site>${project.build.directory}/staging</site>, run mvn site site:stage, then mvn -N verify\n"
                + "If the site is in another directory, set <site>DIRECTORY</site> or -Dcheck-links.site=DIRECTORY."
                + " For a module without a site: <ifMissing>skip</ifMissing>";
    }
}
