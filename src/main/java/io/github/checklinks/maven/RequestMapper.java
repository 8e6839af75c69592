// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.check.CheckRequest;
import io.github.checklinks.check.Gate;
import io.github.checklinks.check.policy.AcceptedStatuses;
import io.github.checklinks.check.policy.Policy;
import io.github.checklinks.check.policy.Severities;
import io.github.checklinks.crawl.CrawlLimits;
import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.maven.parameter.DurationParameter;
import io.github.checklinks.maven.parameter.EnumParameter;
import io.github.checklinks.maven.parameter.ExcludesFile;
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

/** Turns what users typed into what a check needs. Each method throws {@link IllegalArgumentException} for what cannot be obeyed. */
final class RequestMapper {

    private static final int NO_LIMIT = -1;

    private final CheckParameters typed;

    RequestMapper(CheckParameters typed) {
        this.typed = typed;
    }

    /**
     * Which pages are read, and how links find files.
     *
     * @param pagesOfReports patterns of pages that are excluded besides those that were typed
     */
    CheckRequest.Reading reading(List<String> pagesOfReports) {
        List<String> excludePages = new ArrayList<>(TextParameter.clean(typed.excludePages));
        excludePages.addAll(pagesOfReports);
        List<String> indexFiles = TextParameter.clean(typed.indexFiles);
        for (String name : indexFiles) {
            if (name.contains("/") || name.contains("\\")) {
                throw InvalidParameter.value(
                        "indexFiles", name, "the name of a file, without a directory", "index.html");
            }
        }
        return new CheckRequest.Reading(
                LinkAttributes.of(TextParameter.clean(typed.attributes), TextParameter.clean(typed.excludeSelectors)),
                patterns("includePages", typed.includePages),
                excludePages.isEmpty() ? Patterns.NONE : Patterns.of("excludePages", excludePages),
                indexFiles.isEmpty() ? List.of("index.html", "index.htm") : indexFiles,
                EnumParameter.bool("cleanUrls", typed.cleanUrls));
    }

    /**
     * What is left alone, and how much each rule weighs.
     *
     * @param typedIgnores the ignores of the command line, where there can be none; null when there are none
     * @param here what a relative file name is relative to
     */
    Policy policy(boolean offline, @Nullable String typedIgnores, Path here) {
        return new Policy(
                excludes(here),
                IgnoreParameter.of(typed.ignores, typedIgnores),
                Severities.of(
                        TextParameter.clean(typed.failOn),
                        TextParameter.clean(typed.warnOn),
                        TextParameter.clean(typed.allow)),
                EnumParameter.constant("checkFragments", typed.checkFragments, Policy.Fragments.class),
                EnumParameter.bool("checkExternal", typed.checkExternal),
                offline,
                AcceptedStatuses.of("acceptStatuses", TextParameter.clean(typed.acceptStatuses)));
    }

    /** Where a crawl ends. */
    CrawlLimits bounds() {
        int maxDepth = NumberParameter.whole("maxDepth", typed.maxDepth, NO_LIMIT, 5);
        int maxPages = NumberParameter.whole("maxPages", typed.maxPages, NO_LIMIT, 100_000);
        return new CrawlLimits(
                seeds(),
                maxDepth == NO_LIMIT ? Integer.MAX_VALUE : maxDepth,
                maxPages == NO_LIMIT ? Integer.MAX_VALUE : maxPages,
                DurationParameter.positive("maxDuration", typed.maxDuration),
                EnumParameter.bool("respectRobots", typed.respectRobots));
    }

    private List<String> seeds() {
        List<String> seeds = TextParameter.clean(typed.seeds);
        for (String seed : seeds) {
            boolean web = WebUrl.parse(SiteParameter.NOWHERE) instanceof WebUrl site
                    && site.resolve(seed) instanceof WebUrl url
                    && url.isHttp();
            if (!web) {
                throw InvalidParameter.value("seeds", seed, "an http or https URL, or a path below the site", "guide/");
            }
        }
        return seeds;
    }

    /** What the gate allows. */
    Gate gate() {
        String percent = TextParameter.orNull(typed.maxBrokenPercent);
        String broken = TextParameter.orNull(typed.maxBroken);
        int maxBroken = percent == null ? 0 : NO_LIMIT;
        return new Gate(
                broken == null ? maxBroken : NumberParameter.whole("maxBroken", broken, NO_LIMIT, 10),
                percent == null ? NO_LIMIT : NumberParameter.percent("maxBrokenPercent", percent),
                NumberParameter.whole("maxWarnings", typed.maxWarnings, NO_LIMIT, 10),
                NumberParameter.whole("minPages", typed.minPages, 0, 1),
                NumberParameter.whole("minLinks", typed.minLinks, 0, 100),
                EnumParameter.bool("failOnStale", typed.failOnStale));
    }

    private Patterns excludes(Path here) {
        List<String> texts = new ArrayList<>(TextParameter.clean(typed.excludes));
        Patterns own = Patterns.of("excludes", texts);
        String file = TextParameter.orNull(typed.excludesFile);
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
