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

/** Determines how long a server wants clients to wait, from {@code Retry-After} (RFC 9110 §10.2.3) or the common rate limit headers. */
public final class RetryAfter {

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,15})(?:\\.\\d+)?");
    private static final Pattern UNITS = Pattern.compile(
            "(?:(\\d{1,9})\\s*+h\\s*+)?+(?:(\\d{1,9})\\s*+m(?:in)?+\\s*+)?+(?:(\\d{1,9})\\s*+s(?:ec)?+)?+");

    /** The three date formats of HTTP (RFC 9110 §5.6.7), all in GMT. */
    private static final List<DateTimeFormatter> DATES = Stream.of(
                    "EEE, d MMM yyyy HH:mm:ss 'GMT'", "EEEE, dd-MMM-yy HH:mm:ss 'GMT'", "EEE MMM ppd HH:mm:ss yyyy")
            .map(format -> DateTimeFormatter.ofPattern(format, Locale.ENGLISH).withZone(ZoneOffset.UTC))
            .toList();

    /** Numbers from here on are points in time, in seconds since 1970: as a duration this would be over 30 years. */
    private static final long MIN_EPOCH_SECONDS = 1_000_000_000L;

    private final Clock clock;

    public RetryAfter(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns the requested wait; never negative, null if the server requests none.
     *
     * @param header returns the first value of a header field, null if it was not sent
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

    /** Parses seconds to wait, or a point in time in seconds or milliseconds since 1970: servers send all three. */
    private @Nullable Duration reset(@Nullable String value) {
        Matcher number = NUMBER.matcher(value == null ? "" : value.strip());
        if (!number.matches()) {
            return parse(value);
        }
        long seconds = Long.parseLong(number.group(1));
        if (seconds < MIN_EPOCH_SECONDS) {
            return Duration.ofSeconds(seconds);
        }
        return until(
                seconds < MIN_EPOCH_SECONDS * 1000 ? Instant.ofEpochSecond(seconds) : Instant.ofEpochMilli(seconds));
    }

    private @Nullable Duration date(String text) {
        for (DateTimeFormatter format : DATES) {
            try {
                return until(format.parse(text, Instant::from));
            } catch (DateTimeParseException e) {
                // try the next format
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
