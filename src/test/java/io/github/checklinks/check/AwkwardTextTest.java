// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.checklinks.Slow;
import io.github.checklinks.check.hint.Anchors;
import io.github.checklinks.check.hint.ListedAnchors;
import io.github.checklinks.check.hint.TextRepair;
import io.github.checklinks.check.hint.UrlTypos;
import io.github.checklinks.model.CheckResult;
import io.github.checklinks.report.Format;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that repeat something very often: the time of the check is linear in their length, not quadratic. */
@Slow
class AwkwardTextTest {

    /** A length at which a search of quadratic time takes minutes. */
    private static final int MAX_LENGTH = 1 << 20;

    private static final int LONG = 1 << 15;

    private static final int SHORT = 1 << 10;

    private static final Duration LIMIT = Duration.ofMinutes(4);

    private static final List<String> PIECES = List.of(
            "\"",
            "'",
            "\"'",
            "\u201C\u201D",
            "\u2018",
            ":",
            "a:",
            "http:",
            "http://",
            "/",
            "//",
            "a/",
            "/a",
            "\\",
            "<",
            ">",
            "<a",
            "&",
            "&amp",
            "&amp;",
            "&&;",
            "&#",
            ";",
            "%",
            "%2",
            "%22",
            "%20",
            "%25",
            "%2525",
            "%3C",
            "%23",
            "#",
            "#a",
            "?",
            "?a",
            "(",
            ")",
            "()",
            "[",
            "]",
            "{",
            "}",
            "${",
            "{{",
            "}}",
            "@",
            "@a",
            "/@",
            "@//a",
            "//@",
            "a@",
            " ",
            "\t",
            "\n",
            "\u00A0",
            "\u200B",
            ".",
            "a.",
            ".a",
            "..",
            "../",
            "./",
            "a/../",
            "-",
            "a-",
            "_",
            "+",
            "*",
            ",",
            ", ",
            "a, ",
            "=",
            "a=",
            "a=&",
            "token",
            "|",
            "~",
            "^",
            "`",
            "!",
            "\u0301",
            "\u0301\u0323",
            "a\u0301",
            "\uD83D\uDE00",
            "&#xD800;",
            "&#xDC00;",
            "\u0000",
            "\u0001",
            "%00",
            "%ED%A0%80",
            "\u202E",
            "\u00DF",
            "\u0130",
            ".28",
            "1",
            "a1",
            "xn--");

    @TempDir
    Path temporary;

    private static String escaped(String text) {
        return text.replace("\"", "&quot;").replace("<", "&lt;");
    }

    private static String filled(String piece, int length) {
        return piece.repeat(length / piece.length());
    }

    private static String page(String piece) {
        String some = escaped(filled(piece, SHORT));
        StringBuilder body = new StringBuilder();
        for (String before : List.of("", "a", "http:/a", "https://a", "www.a", "x.html#", "#a", "?a", "mailto:")) {
            for (String after : List.of("", "a", "!")) {
                body.append("<a href=\"")
                        .append(before)
                        .append(some)
                        .append(after)
                        .append("\">x</a>\n");
            }
        }
        String longest = escaped(filled(piece, "\"/@.".contains(piece) ? MAX_LENGTH : LONG));
        body.append("<a href=\"")
                .append(longest)
                .append("\">")
                .append(filled(piece, SHORT))
                .append("</a>\n");
        for (String place : List.of(
                "img src",
                "img srcset",
                "a id",
                "a name",
                "a data-check-links",
                "a ping",
                "link rel=manifest href",
                "meta http-equiv=refresh content",
                "p style",
                "form action",
                "svg xmlns:xlink",
                "use xlink:href",
                "img usemap",
                "iframe srcdoc",
                "object data",
                "meta property=og:image content",
                "base href",
                "a class")) {
            body.append('<').append(place).append("=\"").append(some).append("\">\n");
        }
        String raw = filled(piece, SHORT);
        body.append("<style>")
                .append(raw)
                .append("</style><style>a{b:url(")
                .append(raw)
                .append(")}@import '")
                .append(raw)
                .append("'</style>");
        return body.append("<title>").append(raw).append("</title>").append(raw).toString();
    }

    @Test
    void aTextThatIsRepeatedWithoutEndIsReportedInTime() {
        assertTimeoutPreemptively(LIMIT, () -> {
            Trial trial =
                    new Trial(temporary).page("x.html", "<h2 id=aaa>A</h2>").page("a.html", "");
            for (int i = 0; i < PIECES.size(); i++) {
                trial.page("p" + i + ".html", page(PIECES.get(i)));
            }
            List<String> console = new ArrayList<>();
            CheckResult result = trial.report(temporary.resolve("reports"), (level, line) -> console.add(line));
            assertThat(result.complete()).isTrue();
            assertThat(result.summary().broken()).isGreaterThan(PIECES.size());
            assertThat(console).isNotEmpty();
            for (Format format : Format.values()) {
                assertThat(temporary.resolve("reports").resolve(format.fileName()))
                        .isNotEmptyFile();
            }
        });
    }

    @Test
    void whatHintsAreMadeFromIsLookedAtInTime() {
        assertTimeoutPreemptively(LIMIT, () -> {
            for (String piece : PIECES) {
                String some = filled(piece, MAX_LENGTH / 16);
                for (String before : List.of("", "http:/a", "www.a", "a")) {
                    for (String after : List.of("", "a")) {
                        String text = before + some + after;
                        assertThat(TextRepair.of(text)).isNotNull();
                        UrlTypos.repair(text);
                    }
                }
                Anchors listed = new ListedAnchors(Collections.nCopies(100, "a" + filled(piece, SHORT)));
                listed.ignoringCase(some);
                listed.similar("a" + some);
                listed.withinOneEdit(some);
                listed.closest(some);
            }
        });
    }
}
