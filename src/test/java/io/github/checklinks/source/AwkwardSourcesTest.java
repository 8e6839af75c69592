// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.checklinks.Slow;
import io.github.checklinks.source.reference.Syntax;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parsing a source that repeats an unterminated construct takes time linear, not quadratic, in its length. */
@Slow
class AwkwardSourcesTest {

    private static final int LENGTH = 1 << 17;

    private static final List<String> PIECES = List.of(
            " ",
            "\n",
            "\t\n",
            " \n ",
            "\"",
            "'",
            "<",
            "<a",
            "<a ",
            "<a href",
            "<a href=",
            "<a href=\"",
            "</",
            "<!--",
            "<!-- ",
            "<![CDATA[",
            "<script>",
            "&",
            "&#",
            "&a;",
            "&amp",
            "`",
            "``",
            "` ",
            "``a",
            "```a\n",
            "```\na\n````\n",
            "~~~a\n",
            "[",
            "]",
            "](",
            "](<",
            "]( ",
            "](a",
            "](\\",
            "](()",
            "](((",
            "[a]:",
            "[a]: \n",
            "[a\n",
            "!",
            "(",
            ")",
            "http://",
            "http://)",
            "a)",
            "<a:",
            "*",
            "{",
            "{{",
            "{{{",
            "{{{a",
            "{{{\\",
            "{{a",
            "{{a}",
            "[a",
            "\n[",
            "~~",
            "\n~~",
            "---\n",
            "---a\n",
            "+---\n",
            "+---a\n",
            "-",
            "----a\n",
            "-----\n",
            "link:",
            "link:a",
            "link:++",
            "xref:",
            "xref:a",
            "<<",
            "<<a",
            "<<a,",
            "image:",
            "image:a",
            "image::a[",
            "////\n",
            "//",
            "//a\n",
            "++++\n",
            "++++a\n",
            "....\n",
            "....a\n",
            "include::",
            "include::a[",
            ":a: ",
            "\n:a: b\n",
            "{a}",
            "/**",
            "/** ",
            "/**/",
            "{@code ",
            "{@link ",
            "{@link a",
            "{@value",
            "@see ",
            "\n * @see",
            "\n *",
            "*",
            "<a href=\"\n * ",
            "package ",
            "package a",
            "\npackage\n",
            "#",
            "%",
            "%20",
            ".",
            "../",
            "./",
            "a.",
            ":",
            "a:",
            "\u00DF",
            "\uD83D",
            "\u0000",
            "$",
            "${",
            "#include(",
            "%{snippet|");

    @ParameterizedTest
    @EnumSource(Syntax.class)
    void aRepeatedUnterminatedConstructIsParsedInLinearTime(Syntax syntax) {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (String piece : PIECES) {
                String text = piece.repeat(LENGTH / piece.length());
                for (String before : List.of("", "/**", "[a]:")) {
                    assertThat(syntax.references(before + text)).isNotNull();
                }
            }
        });
    }
}
