// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.html;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.report.view.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** {@code report.html}: a self-contained file for people, which needs no network and can be read without JavaScript. */
public final class HtmlReport implements Report {

    @Override
    public void write(CheckResult result, GateResult gate, Writer out) throws IOException {
        Html html = new Html(out);
        String script = resource("report.js");
        head(html, HtmlSummary.title(result), resource("report.css"), script);
        html.open("body").line();
        HtmlSummary summary = new HtmlSummary(html);
        HtmlSections sections = HtmlSections.of(result);
        if (!sections.listed().isEmpty()) {
            html.element("a", "Skip to the findings", "class", "skip", "href", "#findings")
                    .line();
        }
        summary.header(result, gate);
        html.open("main").line();
        new HtmlReasons(html).write(result, sections);
        findings(result, sections, html);
        summary.notes(result);
        html.close().line();
        html.open("script").raw(script).close().line();
        html.close().line().close().line();
    }

    private static void findings(CheckResult result, HtmlSections sections, Html html) throws IOException {
        html.open("div", "id", "findings", "tabindex", "-1").line();
        new HtmlFilters(html).write(sections);
        html.open("div", "id", "by-target").line();
        HtmlFindings findings = new HtmlFindings(html, result.site());
        for (HtmlSections.Section section : sections.all()) {
            findings.section(section, sections);
        }
        html.close().line();
        html.open("div", "id", "by-page", "hidden", "").close().line();
        html.close().line();
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

    /** Reads a resource with normalized line ends, because browsers hash inline code after normalizing them. */
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
