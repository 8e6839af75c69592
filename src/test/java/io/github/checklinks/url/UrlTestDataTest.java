// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The test data of the WHATWG URL standard (web-platform-tests, {@code url/resources/urltestdata.json}), read from the folder that the
 * system property {@code check-links.testdata} names.
 */
class UrlTestDataTest {

    private static final String OLDER = "data from before March 2025, when ^ came into the path percent-encode set";

    /**
     * Cases in which the result differs, as input and expected href, with the reason. A case that starts to pass must
     * be removed.
     */
    private static final Map<String, String> DIVERGENCES = Map.of(
            "foo://host/ !\"$%&'()*+,-./:;<=>@[\\]^_`{|}~ -> foo://host/%20!%22$%&'()*+,-./:;%3C=%3E@[\\]^_%60%7B|%7D~",
            OLDER,
            "wss://host/ !\"$%&'()*+,-./:;<=>@[\\]^_`{|}~ -> wss://host/%20!%22$%&'()*+,-./:;%3C=%3E@[/]^_%60%7B|%7D~",
            OLDER);

    @Test
    void everyCaseOfTheStandardGivesTheSameUrl() throws IOException {
        String folder = System.getProperty("check-links.testdata");
        assumeTrue(folder != null, "check-links.testdata names no folder");
        List<Map<String, @Nullable String>> cases = read(Path.of(Objects.requireNonNull(folder), "urltestdata.json"));

        List<String> wrong = new ArrayList<>();
        List<String> passing = new ArrayList<>();
        for (Map<String, @Nullable String> each : cases) {
            String input = Objects.requireNonNull(each.get("input"));
            List<String> differences = differences(each, input);
            boolean listed = DIVERGENCES.containsKey(input + " -> " + each.get("href"));
            if (listed && differences.isEmpty()) {
                passing.add(input);
            } else if (!listed && !differences.isEmpty()) {
                wrong.add(input + " on " + each.get("base") + ": " + differences);
            }
        }

        assertThat(cases).hasSizeGreaterThan(700);
        assertThat(wrong).isEmpty();
        assertThat(passing).as("listed as divergences, but passing").isEmpty();
    }

    private static List<String> differences(Map<String, @Nullable String> expected, String input) {
        String base = expected.get("base");
        Resolution resolution = base == null ? WebUrl.parse(input) : resolved(base, input);
        List<String> differences = new ArrayList<>();
        if (expected.containsKey("failure")) {
            if (resolution instanceof WebUrl url) {
                differences.add("no failure but " + url.href());
            }
        } else if (resolution instanceof WebUrl url) {
            compare(expected, actual(url), differences);
        } else {
            differences.add(resolution + ", not " + expected.get("href"));
        }
        return differences;
    }

    private static Resolution resolved(String base, String input) {
        return WebUrl.parse(base) instanceof WebUrl url
                ? url.resolve(input)
                : new MalformedUrl("the base is malformed");
    }

    private static void compare(
            Map<String, @Nullable String> expected, Map<String, String> actual, List<String> differences) {
        actual.forEach((key, value) -> {
            if (expected.containsKey(key) && !value.equals(expected.get(key))) {
                differences.add(key + " is " + value + ", not " + expected.get(key));
            }
        });
    }

    private static Map<String, String> actual(WebUrl url) {
        Map<String, String> actual = new HashMap<>();
        actual.put("href", url.href());
        actual.put("protocol", url.scheme() + ":");
        actual.put("hostname", orEmpty(url.host()));
        actual.put("pathname", url.path());
        actual.put("search", prefixed("?", url.query()));
        actual.put("hash", prefixed("#", url.fragment()));
        String userinfo = orEmpty(url.userinfo());
        int colon = userinfo.indexOf(':');
        actual.put("username", colon < 0 ? userinfo : userinfo.substring(0, colon));
        actual.put("password", colon < 0 ? "" : userinfo.substring(colon + 1));
        boolean portWritten =
                url.port() != WebUrl.defaultPort(url.href(), url.scheme().length());
        actual.put("port", portWritten ? Integer.toString(url.port()) : "");
        if (url.isHttp()) {
            actual.put("origin", url.origin());
        }
        return actual;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String prefixed(String prefix, @Nullable String text) {
        return text == null || text.isEmpty() ? "" : prefix + text;
    }

    private static List<Map<String, @Nullable String>> read(Path file) throws IOException {
        List<Map<String, @Nullable String>> cases = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (json.currentToken() == JsonToken.START_OBJECT) {
                    cases.add(readCase(json));
                }
            }
        }
        return cases;
    }

    private static Map<String, @Nullable String> readCase(JsonParser json) throws IOException {
        Map<String, @Nullable String> each = new HashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            each.put(name, json.nextToken() == JsonToken.VALUE_NULL ? null : json.getText());
        }
        return each;
    }
}
