// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses of a served site whose type is missing, repeated or wrong. */
class AnswerTypesTest extends ServedTrial {

    /** Sets a response to a path with some header lines. */
    private void answer(String path, String body, String... headers) {
        server.on(path, exchange -> {
            Headers sent = exchange.getResponseHeaders();
            for (String header : headers) {
                sent.add(
                        header.substring(0, header.indexOf(':')),
                        header.substring(header.indexOf(':') + 1).strip());
            }
            byte[] bytes = body.getBytes(UTF_8);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, head ? -1 : bytes.length);
            if (!head) {
                exchange.getResponseBody().write(bytes);
            }
        });
    }

    private TrialResult check() throws Exception {
        server.page("/docs/", "<a href=x>1</a><a href=x#there>2</a><a href=x#nope>3</a>");
        return trial.run();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/html, text/html",
                "Content-Type: text/plain, text/html",
                "Content-Type: TEXT/HTML ; charset=\"utf-8\"",
                "X: y",
                "Content-Type:",
                "Content-Type: */*",
                "Content-Type: unknown/unknown",
                "Content-Type: application/unknown",
                "Content-Type: html",
            })
    void aPageIsReadAsBrowsersReadIt(String header) throws Exception {
        answer("/docs/x", "\n<!DOCTYPE HTML><p id=there><a href=gone>4</a>", header);

        TrialResult result = check();

        assertThat(result.verdict("x#nope")).isEqualTo("missing-fragment");
        assertThat(result.verdict("x#there")).isEqualTo("ok");
        assertThat(result.verdict("gone")).startsWith("not-found");
        assertThat(result.result().notes()).isEmpty();
    }

    @Test
    void aPageWithTwoTypesIsRead() throws Exception {
        answer(
                "/docs/x",
                "<p id=there><a href=gone>4</a>",
                "Content-Type: text/html;charset=utf-8",
                "Content-Type: text/html");

        assertThat(check().verdict("gone")).startsWith("not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "X-Content-Type-Options: nosniff, <!DOCTYPE html><a href=gone>",
        "X: y, just text <a href=gone>",
        "X: y, ''",
        "'Content-Type: text/html, text/plain', <!DOCTYPE html><a href=gone>",
    })
    void whatABrowserShowsAsTextIsNotRead(String header, String body) throws Exception {
        answer("/docs/x", body, header);

        TrialResult result = check();

        assertThat(result.verdict("x#nope")).isEqualTo("ok");
        assertThat(server.asked("/docs/gone")).isEmpty();
    }

    @Test
    void whatSeemsAPageAndIsNotReadIsNamedWithItsType() throws Exception {
        server.page("/docs/", "<a href=a.html>1</a><a href=b/>2</a><a href=LICENSE>3</a><a href=c.bin>4</a>");
        answer("/docs/a.html", "<p>", "Content-Type: text/plain; charset=utf-8");
        answer("/docs/b/", "<p>", "Content-Type: application/octet-stream");
        answer("/docs/LICENSE", "free", "Content-Type: text/plain");
        answer("/docs/c.bin", "bin", "Content-Type: application/octet-stream");

        List<String> notes = trial.run().result().notes();

        assertThat(notes)
                .filteredOn(note -> note.contains("were not read"))
                .containsExactlyInAnyOrder(
                        server.url("/docs/a.html") + " seems to be a page, but its links were not read, because its"
                                + " Content-Type is text/plain: have the server send it as text/html",
                        server.url("/docs/b/") + " seems to be a page, but its links were not read, because its"
                                + " Content-Type is application/octet-stream: have the server send it as text/html");
    }

    @Test
    void theTypeOfAStartPageThatIsNotReadIsNamed() throws Exception {
        answer("/docs/", "<p>", "Content-Type: text/plain");

        assertThat(trial.run().result().notes()).anyMatch(note -> note.contains("its Content-Type is text/plain"));
    }

    @Test
    void aStyleSheetAndASitemapWithoutTypeAreRead() throws Exception {
        server.page("/docs/", "<link rel=stylesheet href=a.css><a href=sitemap.xml>map</a>");
        answer("/docs/a.css", "p { background: url(gone.png) }");
        answer(
                "/docs/sitemap.xml",
                "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>"
                        + server.url("/docs/lost") + "</loc></url></urlset>");

        TrialResult result = trial.run();

        assertThat(result.verdict("gone.png")).startsWith("not-found");
        assertThat(result.verdict(server.url("/docs/lost"))).startsWith("not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cf-mitigated: challenge", "x-amzn-waf-action: challenge", "x-amzn-waf-action: captcha"})
    void theChallengeOfABotWallIsNoEvidence(String header) throws Exception {
        answer("/docs/x", "<title>Just a moment...</title><a href=gone>", "Content-Type: text/html", header);

        TrialResult result = check();

        assertThat(result.verdict("x#nope")).isEqualTo("ok: fragment-unverifiable");
        assertThat(result.verdict("x")).isEqualTo("ok");
        assertThat(server.asked("/docs/gone")).isEmpty();
        assertThat(result.result().notes())
                .filteredOn(note -> note.contains("bot wall"))
                .hasSize(1);
    }
}
