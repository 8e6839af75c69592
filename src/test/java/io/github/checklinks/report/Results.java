// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.CheckedLink;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Hop;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.Reference;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Sources;
import io.github.checklinks.model.StaleEntry;
import io.github.checklinks.model.Summary;
import io.github.checklinks.model.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A builder of results. */
public final class Results {

    static final String SITE = "https://example.org/docs/";

    private final List<Finding> findings = new ArrayList<>();
    private final List<CheckedLink> ledger = new ArrayList<>();
    private final List<StaleEntry> stale = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<SkipReason, Long> skipped = new EnumMap<>(SkipReason.class);
    private String site = SITE;
    private String stopReason = "";
    private long ok = 970;
    private Sources sources = Sources.NONE;

    /** A link of an {@code a} element. */
    public static Link link(String page, int line, int column, String text) {
        return new Link(page, new Reference(text, "a", "href", new Position(line, column)));
    }

    /** A broken target of the site. */
    public static Finding broken(Rule rule, String path, String message, @Nullable String hint, Link... links) {
        return new Finding(
                rule, Severity.ERROR, Zone.SITE, SITE + path, message, hint, 200, List.of(), 1, new Once(links));
    }

    /** A finding about another site, with the severity of its rule. */
    public static Finding outside(Rule rule, String target, String message, int status, Link... links) {
        return new Finding(
                rule,
                rule.severity(Zone.EXTERNAL),
                Zone.EXTERNAL,
                target,
                message,
                null,
                status,
                List.of(),
                3,
                new Once(links));
    }

    /** Three errors and two warnings of a small site. */
    public static Results small() {
        return new Results()
                .with(broken(
                        Rule.MISSING_FRAGMENT,
                        "guide/setup.html#instal",
                        "no anchor \"instal\" on guide/setup.html",
                        "did you mean #install?",
                        link("index.html", 12, 9, "guide/setup.html#instal")))
                .with(new Finding(
                        Rule.MOVED,
                        Severity.WARNING,
                        Zone.EXTERNAL,
                        "http://old.example.com/",
                        "moved to https://new.example.com/",
                        "link to https://new.example.com/",
                        200,
                        List.of(
                                new Hop("http://old.example.com/", 301),
                                new Hop("https://mid.example.com/", 302),
                                new Hop("https://new.example.com/", 200)),
                        1,
                        new Once(link("index.html", 14, 3, "http://old.example.com/"))))
                .with(broken(
                        Rule.MISSING_FILE,
                        "gone.html",
                        "there is no gone.html",
                        null,
                        link("index.html", 20, 1, "gone.html"),
                        link("guide/setup.html", 3, 5, "../gone.html"),
                        link("guide/setup.html", 9, 5, "../gone.html#x")))
                .with(outside(
                        Rule.NOT_FOUND,
                        "https://lib.example.com/x?a=1&b=2",
                        "404 Not Found",
                        404,
                        link("guide/setup.html", 4, 5, "https://lib.example.com/x?a=1&b=2")))
                .with(outside(
                        Rule.TIMED_OUT,
                        "https://slow.example.com/",
                        "no answer within 20 s",
                        0,
                        link("guide/use.html", 7, 2, "https://slow.example.com/")))
                .skipped(SkipReason.EXCLUDED, 3)
                .skipped(SkipReason.SCHEME, 7);
    }

    public Results with(Finding finding) {
        findings.add(finding);
        return this;
    }

    Results ledger(CheckedLink link) {
        ledger.add(link);
        return this;
    }

    public Results skipped(SkipReason reason, long count) {
        skipped.put(reason, count);
        return this;
    }

    public Results stale(String entry) {
        stale.add(new StaleEntry(entry, null, "", 0, ""));
        return this;
    }

    Results stale(StaleEntry entry) {
        stale.add(entry);
        return this;
    }

    public Results note(String note) {
        notes.add(note);
        return this;
    }

    public Results site(String base) {
        site = base;
        return this;
    }

    public Results stopReason(String reason) {
        stopReason = reason;
        return this;
    }

    Results sources(Sources some) {
        sources = some;
        return this;
    }

    Results ok(long count) {
        ok = count;
        return this;
    }

    public CheckResult build() {
        long left = skipped.values().stream().mapToLong(Long::longValue).sum();
        long known = findings.stream().filter(f -> f.rule() == Rule.KNOWN).count();
        long warnings = count(Severity.WARNING);
        long broken = count(Severity.ERROR);
        return new CheckResult(
                site,
                Instant.parse("2026-11-22T10:00:00.987Z"),
                Duration.ofMillis(1234),
                stopReason.isEmpty(),
                stopReason,
                new Summary(120, 4321, ok + left + known + warnings + broken, ok, 0, left, known, warnings, broken),
                skipped,
                List.copyOf(findings),
                stale,
                notes,
                sources,
                listener -> {
                    for (CheckedLink link : ledger) {
                        listener.accept(link);
                    }
                });
    }

    private long count(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }
}
