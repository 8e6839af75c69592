// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.check.CheckRequest;
import io.github.checklinks.check.Gate;
import io.github.checklinks.check.policy.Policy;
import io.github.checklinks.check.policy.Severities;
import io.github.checklinks.check.policy.AcceptedStatuses;
import io.github.checklinks.crawl.CrawlLimits;
import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.url.Patterns;
import io.github.checklinks.url.WebUrl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what users typed into what a check needs. Each method throws {@link IllegalArgumentException} for what cannot be obeyed. */
final class Translation {

    private static final int NO_LIMIT = -1;

    private final CheckParameters typed;

    Translation(CheckParameters typed) {
        this.typed = typed;
    }

    /**
     * Which pages are read, and how links find files.
     *
     * @param pagesOfReports patterns of pages that are excluded besides those that were typed
     */
    CheckRequest.Reading reading(List<String> pagesOfReports) {
        List<String> excludePages = new ArrayList<>(Texts.clean(typed.excludePages));
        excludePages.addAll(pagesOfReports);
        List<String> indexFiles = Texts.clean(typed.indexFiles);
        for (String name : indexFiles) {
            if (name.contains("/") || name.contains("\\")) {
                throw Wrong.value("indexFiles", name, "the name of a file, without a directory", "index.html");
            }
        }
        return new CheckRequest.Reading(
                LinkAttributes.of(Texts.clean(typed.attributes), Texts.clean(typed.excludeSelectors)),
                patterns("includePages", typed.includePages),
                excludePages.isEmpty() ? Patterns.NONE : Patterns.of("excludePages", excludePages),
                indexFiles.isEmpty() ? List.of("index.html", "index.htm") : indexFiles,
                Choices.bool("cleanUrls", typed.cleanUrls));
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
                Severities.of(Texts.clean(typed.failOn), Texts.clean(typed.warnOn), Texts.clean(typed.allow)),
                Choices.constant("checkFragments", typed.checkFragments, Policy.Fragments.class),
                Choices.bool("checkExternal", typed.checkExternal),
                offline,
                AcceptedStatuses.of("acceptStatuses", Texts.clean(typed.acceptStatuses)));
    }

    /** Where a crawl ends. */
    CrawlLimits bounds() {
        int maxDepth = Numbers.whole("maxDepth", typed.maxDepth, NO_LIMIT, 5);
        int maxPages = Numbers.whole("maxPages", typed.maxPages, NO_LIMIT, 100_000);
        return new CrawlLimits(
                seeds(),
                maxDepth == NO_LIMIT ? Integer.MAX_VALUE : maxDepth,
                maxPages == NO_LIMIT ? Integer.MAX_VALUE : maxPages,
                Durations.positive("maxDuration", typed.maxDuration),
                Choices.bool("respectRobots", typed.respectRobots));
    }

    private List<String> seeds() {
        List<String> seeds = Texts.clean(typed.seeds);
        for (String seed : seeds) {
            boolean web = WebUrl.parse(SiteChoice.NOWHERE) instanceof WebUrl site
                    && site.resolve(seed) instanceof WebUrl url
                    && url.isHttp();
            if (!web) {
                throw Wrong.value("seeds", seed, "an http or https URL, or a path below the site", "guide/");
            }
        }
        return seeds;
    }

    /** What the gate allows. */
    Gate gate() {
        String percent = Texts.orNull(typed.maxBrokenPercent);
        String broken = Texts.orNull(typed.maxBroken);
        int maxBroken = percent == null ? 0 : NO_LIMIT;
        return new Gate(
                broken == null ? maxBroken : Numbers.whole("maxBroken", broken, NO_LIMIT, 10),
                percent == null ? NO_LIMIT : Numbers.percent("maxBrokenPercent", percent),
                Numbers.whole("maxWarnings", typed.maxWarnings, NO_LIMIT, 10),
                Numbers.whole("minPages", typed.minPages, 0, 1),
                Numbers.whole("minLinks", typed.minLinks, 0, 100),
                Choices.bool("failOnStale", typed.failOnStale));
    }

    private Patterns excludes(Path here) {
        List<String> texts = new ArrayList<>(Texts.clean(typed.excludes));
        Patterns own = Patterns.of("excludes", texts);
        String file = Texts.orNull(typed.excludesFile);
        if (file == null) {
            return own;
        }
        List<String> lines = ExcludesFile.read(here.resolve(file));
        Patterns read = Patterns.of("excludesFile", lines);
        texts.addAll(lines);
        return texts.size() == lines.size() ? read : Patterns.of("excludes", texts);
    }

    static Patterns patterns(String element, @Nullable List<@Nullable String> texts) {
        List<String> clean = Texts.clean(texts);
        return clean.isEmpty() ? Patterns.NONE : Patterns.of(element, clean);
    }
}
