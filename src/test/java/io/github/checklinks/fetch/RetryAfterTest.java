// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private final RetryAfter reader = new RetryAfter(Clock.fixed(NOW, ZoneOffset.UTC));

    private @Nullable Duration read(int status, String name, String value) {
        return reader.of(status, Map.of(name, value)::get);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | PT2M",
                "0 | PT0S",
                "' 7 ' | PT7S",
                "1.5 | PT1S",
                "30s | PT30S",
                "1m30s | PT1M30S",
                "2m | PT2M",
                "1h | PT1H",
                "Sun, 22 Nov 2026 10:01:00 GMT | PT1M",
                "Sunday, 22-Nov-26 10:01:00 GMT | PT1M",
                "Sun Nov 22 10:01:00 2026 | PT1M",
                "Wed Dec  2 10:00:00 2026 | PT240H",
                "Sun, 22 Nov 2026 09:00:00 GMT | PT0S",
            })
    void retryAfterIsReadInAllFormsInUse(String value, Duration expected) {
        assertThat(read(429, "Retry-After", value)).isEqualTo(expected);
        assertThat(read(403, "Retry-After", value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "soon", "-5", "99999999999999999999", "10 bananas"})
    void whatIsNoWaitIsNone(String value) {
        assertThat(read(429, "Retry-After", value)).isNull();
    }

    @Test
    void withoutAHeaderThereIsNoWait() {
        assertThat(reader.of(429, name -> null)).isNull();
    }

    @Test
    void aSuccessAsksForNoWait() {
        assertThat(read(200, "Retry-After", "60")).isNull();
        assertThat(read(200, "RateLimit-Reset", "60")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RateLimit-Reset", "X-RateLimit-Reset"})
    void aRateLimitIsReadAsSecondsOrAsAPointInTime(String name) {
        assertThat(read(429, name, "42")).isEqualTo(Duration.ofSeconds(42));
        assertThat(read(503, name, String.valueOf(NOW.getEpochSecond() + 42))).isEqualTo(Duration.ofSeconds(42));
        assertThat(read(503, name, String.valueOf(NOW.toEpochMilli() + 42_000))).isEqualTo(Duration.ofSeconds(42));
        assertThat(read(429, name, String.valueOf(NOW.getEpochSecond() - 42))).isZero();
        assertThat(read(404, name, "42")).isNull();
    }

    @Test
    void retryAfterCountsMoreThanARateLimit() {
        Map<String, String> headers = Map.of("Retry-After", "5", "RateLimit-Reset", "42", "X-RateLimit-Reset", "43");

        assertThat(reader.of(429, headers::get)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aValueOfManySpacesIsReadInTime() {
        String value = "1" + " ".repeat(1 << 18) + "x";

        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(read(429, "Retry-After", value)).isNull());
    }
}
