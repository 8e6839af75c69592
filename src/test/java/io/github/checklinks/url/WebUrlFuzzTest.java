// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebUrlFuzzTest {

    private static final int ROUNDS = 20_000;

    private static final List<String> SEEDS = List.of(
            "https://user:pass@example.org:8080/a/b/../c.html?x=1&y=2#frag",
            "../foo/Bar.html#method(int)",
            "http://[2001:db8::1]:80/x",
            "http://0x7f.1/",
            "https://bücher.example/ü?ü#ü",
            "https://xn--bcher-kva.example/",
            "file:///C|/a/../b",
            "file://host/share/x",
            "//cdn.example.org/x.js",
            "mailto:me@example.org?subject=a b",
            "data:text/plain, hello #x",
            "foo:/..//bar",
            "foo://host/../a?b#c",
            "/absolute/./path/%2e%2e/x",
            "?query#fragment",
            "javascript:void(0)",
            "a/b/c/d/../../e.html");

    private static final List<String> PLAIN_SEEDS = List.of(
            "https://example.org/a/b/c.html?x=1&y=2#frag",
            "http://a.b:8080/x",
            "https://xn.org",
            "http://a1.b2c?q",
            "../foo/Bar.html#method(int)",
            "../../x/.y/..z/..",
            "./../.",
            "/absolute/path/%20e/x?y=%2e",
            "?query#fragment",
            "#frag:ment",
            "a/b/c/d/e.html",
            "x.y:z/a");

    private static final List<String> BASES = List.of(
            "https://example.org/docs/guide/index.html?q#f",
            "http://u:p@h:81/",
            "file:///C:/site/x.html",
            "file://host/a/b",
            "foo://host/a/b",
            "foo:/.//a/b",
            "foo:/a/b",
            "mailto:x@y");

    private static final String PIECES =
            "/\\.:?#@[]%2eE|~ \t\n\0'\"<>^`{}0x9aZ-_ü\u00AD\u200D\u3002א\uD83D\uDE00\uFFFD\u0301";

    @Test
    void noInputThrowsAndEveryUrlParsesToItself() {
        Random random = new Random(20_261_122);
        int urls = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String input = mutated(random, SEEDS);
            WebUrl base = (WebUrl) WebUrl.parse(BASES.get(random.nextInt(BASES.size())));
            Resolution resolution = random.nextBoolean() ? WebUrl.parse(input) : base.resolve(input);
            if (resolution instanceof WebUrl url) {
                urls++;
                assertParsesToItself(url, input);
                assertParsesToItself(url.withoutFragment(), input);
            }
        }

        assertThat(urls).isBetween(ROUNDS / 4, ROUNDS - 100);
    }

    @Test
    void theFastPathAndTheParserAgree() {
        Random random = new Random(4711);
        int quick = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String input = mutated(random, PLAIN_SEEDS);
            WebUrl base = (WebUrl) WebUrl.parse(BASES.get(random.nextInt(2)));
            WebUrl resolved = FastUrlParser.resolve(base, input);
            WebUrl parsed = FastUrlParser.parse(input);
            if (resolved != null) {
                quick++;
                assertSame(resolved, UrlParser.parse(input, base), input);
            }
            if (parsed != null) {
                quick++;
                assertSame(parsed, UrlParser.parse(input, base), input);
                assertSame(parsed, UrlParser.parse(input, null), input);
            }
        }

        assertThat(quick).isGreaterThan(ROUNDS / 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../",
                "a/../",
                "/",
                "\\",
                "@",
                ":",
                "a:",
                "[",
                ".",
                "%2e/",
                "ü",
                "#",
                "?",
                " ",
                "\t",
                "1",
                "0x",
                "a.",
                "\u0301\u0323"
            })
    void aMillionRepetitionsAreParsedQuickly(String piece) {
        WebUrl base = (WebUrl) WebUrl.parse(BASES.get(0));
        String text = piece.repeat(1_000_000 / piece.length());

        assertThat(List.of(base.resolve(text), base.resolve("http://" + text), base.resolve("foo:/" + text)))
                .doesNotContainNull();
    }

    private static String mutated(Random random, List<String> seeds) {
        StringBuilder text = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
        for (int mutations = random.nextInt(5); mutations > 0 && text.length() > 0; mutations--) {
            int at = random.nextInt(text.length());
            char piece = PIECES.charAt(random.nextInt(PIECES.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, piece);
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.setCharAt(at, piece);
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(6))));
            }
        }
        return text.toString();
    }

    private static void assertParsesToItself(WebUrl url, String input) {
        assertSame(url, WebUrl.parse(url.href()), input);
        assertThat(url.resolve(url.href())).as(input).isEqualTo(url);
        assertThat(url.href()).as(input).matches("[\\x20-\\x7E]*");
    }

    private static List<Object> components(WebUrl url) {
        return List.of(
                url.href(),
                url.schemeEnd(),
                url.hostStart(),
                url.hostEnd(),
                url.pathStart(),
                url.queryStart(),
                url.fragmentStart());
    }

    private static void assertSame(WebUrl expected, Resolution actual, String input) {
        assertThat(actual).as(input).isInstanceOf(WebUrl.class);
        assertThat(components((WebUrl) actual)).as(input).isEqualTo(components(expected));
    }
}
