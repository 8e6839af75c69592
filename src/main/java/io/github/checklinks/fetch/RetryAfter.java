// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long a server asks its visitors to wait: {@code Retry-After} (RFC 9110 §10.2.3), or the rate limit headers in use beside it. */
public final class RetryAfter {

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,15})(?:\\.\\d+)?");
    private static final Pattern UNITS = Pattern.compile(
            "(?:(\\d{1,9})\\s*+h\\s*+)?+(?:(\\d{1,9})\\s*+m(?:in)?+\\s*+)?+(?:(\\d{1,9})\\s*+s(?:ec)?+)?+");

    /** The three forms of a date in HTTP (RFC 9110 §5.6.7), all in GMT. */
    private static final List<DateTimeFormatter> DATES = Stream.of(
                    "EEE, d MMM yyyy HH:mm:ss 'GMT'", "EEEE, dd-MMM-yy HH:mm:ss 'GMT'", "EEE MMM ppd HH:mm:ss yyyy")
            .map(form -> DateTimeFormatter.ofPattern(form, Locale.ENGLISH).withZone(ZoneOffset.UTC))
            .toList();

    /** Numbers beyond are points in time: as a wait this would be over 30 years. */
    private static final long EPOCH = 1_000_000_000L;

    private final Clock clock;

    public RetryAfter(Clock clock) {
        this.clock = clock;
    }

    /**
     * The wait; never negative, null when none is asked for.
     *
     * @param header the first value of a header field, null when it was not sent
     */
    @Nullable
    public Duration of(int status, Function<String, @Nullable String> header) {
        if (status < 400) {
            return null;
        }
        Duration wait = parse(header.apply("Retry-After"));
        if (wait == null && (status == 429 || status == 503)) {
            wait = reset(header.apply("RateLimit-Reset"));
            wait = wait != null ? wait : reset(header.apply("X-RateLimit-Reset"));
        }
        return wait;
    }

    private @Nullable Duration parse(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            return Duration.ofSeconds(Long.parseLong(number.group(1)));
        }
        Matcher units = UNITS.matcher(text);
        if (units.matches()) {
            return Duration.ofHours(part(units.group(1)))
                    .plusMinutes(part(units.group(2)))
                    .plusSeconds(part(units.group(3)));
        }
        return date(text);
    }

    /** Seconds to wait, or a point in time in seconds or milliseconds since 1970: servers send all three. */
    private @Nullable Duration reset(@Nullable String value) {
        Matcher number = NUMBER.matcher(value == null ? "" : value.strip());
        if (!number.matches()) {
            return parse(value);
        }
        long seconds = Long.parseLong(number.group(1));
        if (seconds < EPOCH) {
            return Duration.ofSeconds(seconds);
        }
        return until(seconds < EPOCH * 1000 ? Instant.ofEpochSecond(seconds) : Instant.ofEpochMilli(seconds));
    }

    private @Nullable Duration date(String text) {
        for (DateTimeFormatter form : DATES) {
            try {
                return until(form.parse(text, Instant::from));
            } catch (DateTimeParseException e) {
                // perhaps one of the other forms
            }
        }
        return null;
    }

    private Duration until(Instant instant) {
        Duration wait = Duration.between(clock.instant(), instant);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private static long part(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
