package io.github.checklinks.report;

import io.github.checklinks.CheckResult;
import io.github.checklinks.Finding;
import io.github.checklinks.GateResult;
import io.github.checklinks.Rule;
import io.github.checklinks.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

/** {@code report.html}: one file for people, that asks nothing of any network and can be read without its script. */
final class HtmlReport implements Report {

    private static final int MOST_FINDINGS = 1000;
    private static final int MOST_PLACES = 20;
    private static final List<HtmlFindings.Section> SECTIONS = List.of(
            new HtmlFindings.Section("Broken", "error", finding -> finding.severity() == Severity.ERROR),
            new HtmlFindings.Section("Warnings", "warning", finding -> finding.severity() == Severity.WARNING),
            new HtmlFindings.Section("Known from the baseline", "known", HtmlReport::isKnown));

    @Override
    public void write(CheckResult result, GateResult gate, Writer out) throws IOException {
        Html html = new Html(out);
        String script = resource("report.js");
        head(html, HtmlSummary.title(result), resource("report.css"), script);
        html.open("body").line();
        HtmlSummary summary = new HtmlSummary(html);
        summary.header(result, gate);
        html.open("main").line();
        summary.counts(result);
        summary.remarks(result);
        findings(result, html);
        html.close().line();
        html.open("script").raw(script).close().line();
        html.close().line().close().line();
    }

    private static void findings(CheckResult result, Html html) throws IOException {
        HtmlFindings findings = new HtmlFindings(html);
        List<List<Sighting>> shown = new ArrayList<>();
        List<Sighting> all = new ArrayList<>();
        Sightings sightings = new Sightings(MOST_PLACES, result.sources());
        for (HtmlFindings.Section section : SECTIONS) {
            List<Sighting> some = sightings.of(result.findings(), section.members(), MOST_FINDINGS - all.size());
            shown.add(some);
            all.addAll(some);
        }
        findings.filters(all);
        html.open("div", "id", "by-target").line();
        for (int i = 0; i < SECTIONS.size(); i++) {
            HtmlFindings.Section section = SECTIONS.get(i);
            findings.section(section, shown.get(i), count(result.findings(), section.members()));
        }
        html.close().line().open("div", "id", "by-page", "hidden", "").close().line();
    }

    private static boolean isKnown(Finding finding) {
        return finding.severity() == Severity.NONE && finding.rule() == Rule.KNOWN;
    }

    private static long count(List<Finding> findings, Predicate<Finding> members) {
        return findings.stream().filter(members).count();
    }

    private static void head(Html html, String title, String style, String script) throws IOException {
        html.raw("<!DOCTYPE html>\n")
                .open("html", "lang", "en")
                .line()
                .open("head")
                .line();
        html.empty("meta", "charset", "utf-8").line();
        String policy = "default-src 'none'; style-src '" + hash(style) + "'; script-src '" + hash(script)
                + "'; base-uri 'none'; form-action 'none'";
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy)
                .line();
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        html.empty("meta", "name", "referrer", "content", "no-referrer").line();
        html.empty("meta", "name", "color-scheme", "content", "light dark").line();
        html.element("title", title).line();
        html.open("style").raw(style).close().line().close().line();
    }

    /** With the line ends that a browser makes of any, for it hashes what it has parsed. */
    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the plugin's jar is damaged: " + name + " is not in it");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
