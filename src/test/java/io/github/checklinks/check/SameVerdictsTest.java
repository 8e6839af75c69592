// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.Samples;
import io.github.checklinks.model.CheckedLink;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A link has one verdict, at whatever moment it is known: random sites are checked as a directory and from a server, with
 * and without the ledger, by one and by four readers.
 */
class SameVerdictsTest {

    private static final int SITES = 50;

    private static final List<String> PAGES = List.of("index.html", "a.html", "b.html", "d/index.html", "d/c.html");

    private static final List<String> PATHS = List.of(
            "",
            "a.html",
            "b.html",
            "./a.html",
            "d/",
            "d/c.html",
            "../a.html",
            "../d/",
            "c.html",
            "/docs/a.html",
            "x.png",
            "s.css",
            "absent.html",
            "../absent.png",
            "d/../b.html",
            " a.html ");

    private static final List<String> FRAGMENTS = List.of(
            "",
            "",
            "#",
            "#here",
            "#here",
            "#gone",
            "#top",
            "#TOP",
            "#t%6Fp",
            "#/route",
            "#!route",
            "#a%20b",
            "#a b",
            "#%68ere",
            "#\u00fc",
            "#%C3%BC",
            "#L1-L2",
            "#L1-L9",
            "#here:~:text=x",
            "#:~:text=x",
            "#he\tre",
            "#{{x}}");

    private static final List<String> OTHERS = List.of(
            "mailto:a@b.example",
            "tel:1",
            "javascript:void(0)",
            "https://other.example/",
            "htps://other.example/",
            "http://[",
            "${url}",
            "no-check/a.html#gone",
            "data:text/plain,x");

    private static final List<String> ELEMENTS = List.of(
            "<a href=\"%s\">x</a>",
            "<a href=\"%s\">x</a>",
            "<a href=\"%s\">x</a>",
            "<area href=\"%s\" alt=x>",
            "<img src=\"%s\" alt=x>",
            "<img srcset=\"%s 2x\" alt=x>",
            "<a data-check-links=ignore href=\"%s\">x</a>",
            "<iframe src=\"%s\"></iframe>",
            "<link rel=preconnect href=\"%s\">",
            "<form method=post action=\"%s\"></form>",
            "<div style=\"background: url(%s)\"></div>");

    private static final List<String> BASES = List.of("<base href=d/>", "<base href=../>", "<base href=a.html>");

    @TempDir
    Path temporary;

    private int sites;

    /** A piece of one of the pages. */
    private record Piece(String page, String html) {}

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static Piece piece(Random random) {
        String page = any(random, PAGES);
        if (random.nextInt(30) == 0) {
            return new Piece(page, any(random, BASES));
        }
        String text = random.nextInt(6) == 0 ? any(random, OTHERS) : any(random, PATHS) + any(random, FRAGMENTS);
        return new Piece(page, any(random, ELEMENTS).formatted(text));
    }

    @Test
    void aLinkHasOneVerdictHoweverItIsFound() {
        Samples.lists(SameVerdictsTest::piece, 60).check(SITES, this::check);
    }

    private void check(List<Piece> pieces) {
        Path directory = temporary.resolve(String.valueOf(sites++));
        try (LoopbackServer server = new LoopbackServer()) {
            write(directory.resolve("site"), pieces);
            server.files(directory.resolve("site"), "/docs/");
            check(directory, server.url("/docs/"));
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private void check(Path directory, String url) throws IOException, InterruptedException {
        TrialResult reference = run(built(directory, url), true, 1);
        for (int readers : new int[] {1, 4}) {
            for (boolean withLedger : new boolean[] {true, false}) {
                TrialResult other = run(built(directory, url), withLedger, readers);
                assertSame(other, withLedger, reference);
                assertThat(other.summary()).isEqualTo(reference.summary());
                assertThat(other.skipped()).isEqualTo(reference.skipped());
            }
        }
        // Each site in one of four ways, as starting a client takes longer than all else.
        boolean withLedger = sites % 2 == 0;
        assertSame(run(served(directory, url), withLedger, sites % 4 < 2 ? 1 : 4), withLedger, reference);
    }

    /** Asserts the same verdicts; the numbers of targets may differ, as x/ and x/index.html are two on a server. */
    private static void assertSame(TrialResult result, boolean withLedger, TrialResult reference) {
        assertThat(found(result)).isEqualTo(found(reference));
        if (withLedger) {
            assertThat(verdicts(result)).isEqualTo(verdicts(reference));
        }
    }

    private static TrialResult run(Trial trial, boolean ledger, int readers) throws IOException, InterruptedException {
        trial.excludes("*/no-check/*").readers(readers);
        return (ledger ? trial : trial.withoutLedger()).run();
    }

    private static Trial built(Path directory, String url) {
        return new Trial(directory).publishedAt(url);
    }

    private static Trial served(Path directory, String url) {
        return new Trial(directory).servedFrom(url + "index.html");
    }

    private static void write(Path site, List<Piece> pieces) throws IOException {
        Files.createDirectories(site.resolve("d"));
        for (String page : PAGES) {
            StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=en><title>t</title>\n");
            pieces.stream()
                    .filter(piece -> piece.page().equals(page))
                    .forEach(piece -> html.append(piece.html()).append('\n'));
            html.append("<p id=here><p id=L1><p id=L2><a name='a b'></a><p id=\u00fc>\n");
            if (page.equals("index.html")) {
                html.append("<link rel=stylesheet href=/docs/s.css>\n");
                PAGES.forEach(each -> html.append("<a href=/docs/").append(each).append(">x</a>\n"));
            }
            Files.writeString(site.resolve(page), html);
        }
        Files.writeString(site.resolve("x.png"), "PNG");
        Files.writeString(site.resolve("s.css"), "p { background: url(x.png) }");
    }

    private static String line(Link link, Rule rule, Severity severity) {
        return TrialResult.place(link) + " " + (rule == Rule.NOT_FOUND ? Rule.MISSING_FILE : rule) + " " + severity;
    }

    private static List<String> verdicts(TrialResult result) {
        List<String> lines = new ArrayList<>();
        for (CheckedLink each : result.ledger()) {
            lines.add(line(each.link(), each.verdict().rule(), each.severity()));
        }
        return lines;
    }

    private static List<String> found(TrialResult result) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : result.findings()) {
            finding.links().forEach(link -> lines.add(line(link, finding.rule(), finding.severity())));
        }
        return lines.stream().sorted().toList();
    }
}
