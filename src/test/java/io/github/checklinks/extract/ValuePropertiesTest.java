// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.Samples;
import io.github.checklinks.extract.html.MetaRefresh;
import io.github.checklinks.extract.html.Srcset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests the parsers of attribute values against literal implementations of the algorithms of the standard. */
class ValuePropertiesTest {

    private static final Samples<String> SRCSETS = Samples.strings(
            List.of(
                    "a.png",
                    "b",
                    ",",
                    ", ",
                    ",,",
                    " ",
                    "\n",
                    "\f",
                    "1x",
                    "200w",
                    "(",
                    ")",
                    "data:x,y",
                    "\u00a0",
                    "\u00e4",
                    ";"),
            14);

    private static final Samples<String> REFRESHES = Samples.strings(
            List.of(
                    "0", "5", ".", ";", ",", " ", "\t", "u", "url", "URL", "=", "'", "\"", "x.html", "r", "l", "\f",
                    "\u00e4", "-"),
            14);

    @Test
    void srcsetsAreSplitAsTheStandardSays() {
        SRCSETS.check(5000, value -> assertThat(Candidates.of(value)).isEqualTo(standardSrcset(value)));
    }

    @Test
    void refreshesLeadWhereTheStandardSays() {
        REFRESHES.check(5000, value -> {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            MetaRefresh metaRefresh = new MetaRefresh();
            String read = metaRefresh.read(utf8, 0, utf8.length)
                    ? new String(
                            utf8, metaRefresh.from(), metaRefresh.to() - metaRefresh.from(), StandardCharsets.UTF_8)
                    : null;
            String expected = standardRefresh(value);

            // A refresh without a URL is no link.
            assertThat(read).isEqualTo(expected == null || expected.isEmpty() ? null : expected);
        });
    }

    /** HTML §4.8.4.3, "parse a srcset attribute", the splitting loop and the tokenizer of descriptors. */
    private static List<String> standardSrcset(String input) {
        List<String> urls = new ArrayList<>();
        int position = 0;
        while (true) {
            while (position < input.length() && (isSpace(input.charAt(position)) || input.charAt(position) == ',')) {
                position++;
            }
            if (position == input.length()) {
                return urls;
            }
            StringBuilder url = new StringBuilder();
            while (position < input.length() && !isSpace(input.charAt(position))) {
                url.append(input.charAt(position++));
            }
            if (url.charAt(url.length() - 1) == ',') {
                while (url.length() > 0 && url.charAt(url.length() - 1) == ',') {
                    url.setLength(url.length() - 1);
                }
            } else {
                position = afterDescriptors(input, position);
            }
            urls.add(url.toString());
        }
    }

    private static int afterDescriptors(String input, int begin) {
        int position = begin;
        String state = "in descriptor";
        while (position < input.length()) {
            char c = input.charAt(position);
            if (state.equals("in parens")) {
                if (c == ')') {
                    state = "in descriptor";
                }
            } else if (state.equals("after descriptor") && !isSpace(c)) {
                state = "in descriptor";
                position--;
            } else if (isSpace(c)) {
                state = "after descriptor";
            } else if (c == ',') {
                return position + 1;
            } else if (c == '(') {
                state = "in parens";
            }
            position++;
        }
        return position;
    }

    /** HTML §4.2.5.3, "shared declarative refresh steps", as a state machine over code points; null if there is no refresh. */
    private static @Nullable String standardRefresh(String input) {
        int[] at = {0};
        skipSpace(input, at);
        String time = digits(input, at);
        if (time.isEmpty() && (at[0] == input.length() || input.charAt(at[0]) != '.')) {
            return null;
        }
        while (at[0] < input.length() && (isDigit(input.charAt(at[0])) || input.charAt(at[0]) == '.')) {
            at[0]++;
        }
        String url = "";
        if (at[0] < input.length()) {
            char c = input.charAt(at[0]);
            if (c != ';' && c != ',' && !isSpace(c)) {
                return null;
            }
            skipSpace(input, at);
            if (at[0] < input.length() && (input.charAt(at[0]) == ';' || input.charAt(at[0]) == ',')) {
                at[0]++;
            }
            skipSpace(input, at);
        }
        if (at[0] < input.length()) {
            url = input.substring(at[0]);
            java.util.regex.Matcher prefix = java.util.regex.Pattern.compile("(?i)url[ \\t\\n\\f\\r]*=[ \\t\\n\\f\\r]*")
                    .matcher(url);
            boolean startsWithU = url.charAt(0) == 'u' || url.charAt(0) == 'U';
            if (prefix.lookingAt()) {
                url = url.substring(prefix.end());
            } else if (startsWithU) {
                return url;
            }
            if (url.startsWith("'") || url.startsWith("\"")) {
                int quote = url.indexOf(url.charAt(0), 1);
                url = quote < 0 ? url.substring(1) : url.substring(1, quote);
            }
        }
        return url;
    }

    private static String digits(String input, int[] at) {
        int begin = at[0];
        while (at[0] < input.length() && isDigit(input.charAt(at[0]))) {
            at[0]++;
        }
        return input.substring(begin, at[0]);
    }

    private static void skipSpace(String input, int[] at) {
        while (at[0] < input.length() && isSpace(input.charAt(at[0]))) {
            at[0]++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    }

    /** Returns the candidates that our own parser finds. */
    private static final class Candidates {

        static List<String> of(String value) {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            Srcset srcset = new Srcset();
            srcset.start(utf8, 0, utf8.length);
            List<String> candidates = new ArrayList<>();
            while (srcset.next()) {
                candidates.add(new String(utf8, srcset.from(), srcset.to() - srcset.from(), StandardCharsets.UTF_8));
            }
            return candidates;
        }
    }
}
