// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.check.Gate;
import io.github.checklinks.check.policy.AcceptedStatuses;
import io.github.checklinks.check.policy.Baseline;
import io.github.checklinks.check.policy.CheckedFragments;
import io.github.checklinks.check.policy.Policy;
import io.github.checklinks.check.policy.Severities;
import io.github.checklinks.crawl.CrawlLimits;
import io.github.checklinks.crawl.ReadingSettings;
import io.github.checklinks.crawl.directory.FileLookup;
import io.github.checklinks.crawl.target.Acceptance;
import io.github.checklinks.crawl.target.ScopeSettings;
import io.github.checklinks.crawl.target.ScopeSettings.Reach;
import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.maven.parameter.DurationParameter;
import io.github.checklinks.maven.parameter.EnumParameter;
import io.github.checklinks.maven.parameter.ExcludesFile;
import io.github.checklinks.maven.parameter.ExternalCheck;
import io.github.checklinks.maven.parameter.IgnoreParameter;
import io.github.checklinks.maven.parameter.InvalidParameter;
import io.github.checklinks.maven.parameter.NumberParameter;
import io.github.checklinks.maven.parameter.TextParameter;
import io.github.checklinks.maven.project.SiteParameter;
import io.github.checklinks.url.Patterns;
import io.github.checklinks.url.WebUrl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts parameters to the request of a check. Each method throws {@link IllegalArgumentException} for an invalid value. */
final class RequestMapper {

    private static final int NO_LIMIT = -1;

    private final CheckParameters parameters;

    RequestMapper(CheckParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Returns which pages are read, and how links are resolved to files.
     *
     * @param pagesOfReports patterns for pages to exclude in addition to the configured ones
     */
    ReadingSettings reading(List<String> pagesOfReports) {
        List<String> excludePages = new ArrayList<>(TextParameter.clean(parameters.excludePages));
        excludePages.addAll(pagesOfReports);
        List<String> indexFiles = TextParameter.clean(parameters.indexFiles);
        for (String name : indexFiles) {
            if (name.contains("/") || name.contains("\\")) {
                throw InvalidParameter.value(
                        "indexFiles", name, "the name of a file, without a directory", "index.html");
            }
        }
        return new ReadingSettings(
                LinkAttributes.of(
                        TextParameter.clean(parameters.attributes), TextParameter.clean(parameters.excludeSelectors)),
                patterns("includePages", parameters.includePages),
                excludePages.isEmpty() ? Patterns.NONE : Patterns.of("excludePages", excludePages),
                new FileLookup(
                        indexFiles.isEmpty() ? FileLookup.STANDARD.indexFiles() : indexFiles,
                        EnumParameter.bool("cleanUrls", parameters.cleanUrls)));
    }

    /**
     * Returns which URLs may be requested.
     *
     * @param check which external links are checked; without any request, that needs no network
     * @param here the directory that relative file names are resolved against
     */
    ScopeSettings scope(ExternalCheck check, boolean offline, Path here) {
        Reach online = check == ExternalCheck.FALSE ? Reach.SITE : Reach.EVERYWHERE;
        return new ScopeSettings(
                excludes(here),
                patterns("allowPrivate", parameters.allowPrivate),
                offline && check != ExternalCheck.RECORDED ? Reach.OFFLINE : online);
    }

    /** Returns what is expected of targets. */
    Acceptance acceptance() {
        return new Acceptance(
                AcceptedStatuses.of("acceptStatuses", TextParameter.clean(parameters.acceptStatuses))::accept,
                EnumParameter.constant("checkFragments", parameters.checkFragments, CheckedFragments.class)
                        .zones());
    }

    /**
     * Returns suppressions and severities.
     *
     * @param ignoresOnCommandLine the value of ignores on the command line, where it is not supported; null if there is none
     * @param baseline known broken links
     */
    Policy policy(@Nullable String ignoresOnCommandLine, Baseline baseline) {
        return new Policy(
                IgnoreParameter.of(parameters.ignores, ignoresOnCommandLine),
                Severities.of(
                        TextParameter.clean(parameters.failOn),
                        TextParameter.clean(parameters.warnOn),
                        TextParameter.clean(parameters.allow)),
                baseline);
    }

    /** Returns the limits of a crawl. */
    CrawlLimits bounds() {
        int maxDepth = NumberParameter.whole("maxDepth", parameters.maxDepth, NO_LIMIT, 5);
        int maxPages = NumberParameter.whole("maxPages", parameters.maxPages, NO_LIMIT, 100_000);
        return new CrawlLimits(
                seeds(),
                maxDepth == NO_LIMIT ? Integer.MAX_VALUE : maxDepth,
                maxPages == NO_LIMIT ? Integer.MAX_VALUE : maxPages,
                DurationParameter.positive("maxDuration", parameters.maxDuration),
                EnumParameter.bool("respectRobots", parameters.respectRobots));
    }

    private List<String> seeds() {
        List<String> seeds = TextParameter.clean(parameters.seeds);
        for (String seed : seeds) {
            boolean isHttp = WebUrl.parse(SiteParameter.UNKNOWN_URL) instanceof WebUrl site
                    && site.resolve(seed) instanceof WebUrl url
                    && url.isHttp();
            if (!isHttp) {
                throw InvalidParameter.value("seeds", seed, "an http or https URL, or a path below the site", "guide/");
            }
        }
        return seeds;
    }

    /** Returns the limits of the gate. */
    Gate gate() {
        String percent = TextParameter.orNull(parameters.maxBrokenPercent);
        String broken = TextParameter.orNull(parameters.maxBroken);
        int maxBroken = percent == null ? 0 : NO_LIMIT;
        return new Gate(
                broken == null ? maxBroken : NumberParameter.whole("maxBroken", broken, NO_LIMIT, 10),
                percent == null ? NO_LIMIT : NumberParameter.percent("maxBrokenPercent", percent),
                NumberParameter.whole("maxWarnings", parameters.maxWarnings, NO_LIMIT, 10),
                NumberParameter.whole("minPages", parameters.minPages, 0, 1),
                NumberParameter.whole("minLinks", parameters.minLinks, 0, 100),
                EnumParameter.bool("failOnStale", parameters.failOnStale));
    }

    private Patterns excludes(Path here) {
        List<String> texts = new ArrayList<>(TextParameter.clean(parameters.excludes));
        Patterns own = Patterns.of("excludes", texts);
        String file = TextParameter.orNull(parameters.excludesFile);
        if (file == null) {
            return own;
        }
        List<String> lines = ExcludesFile.read(here.resolve(file));
        Patterns read = Patterns.of("excludesFile", lines);
        texts.addAll(lines);
        return texts.size() == lines.size() ? read : Patterns.of("excludes", texts);
    }

    static Patterns patterns(String element, @Nullable List<@Nullable String> texts) {
        List<String> clean = TextParameter.clean(texts);
        return clean.isEmpty() ? Patterns.NONE : Patterns.of(element, clean);
    }
}
