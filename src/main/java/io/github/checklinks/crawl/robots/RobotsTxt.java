// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.robots;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of a server's robots.txt (RFC 9309). Immutable and thread-safe. */
public final class RobotsTxt {

    /** Allows everything. */
    public static final RobotsTxt NONE = new RobotsTxt(null, null);

    /** The advice that is appended to messages. */
    public static final String ADVICE = "if the site is yours, set respectRobots to false";

    private static final String OUR_NAME = "check-links-maven-plugin";

    /** The number of bytes that must be parsed at least (RFC 9309 §2.5); the rest is ignored. */
    private static final int MAX_BYTES = 512 << 10;

    /** The lines that the parser understands. It logs a line for each other record, although these must be ignored (RFC 9309 §2.2.4). */
    private static final Pattern KNOWN_LINE = Pattern.compile(
            "\\s*(?:user-?agent\\s*:.*|(?:dis)?allow\\s*:.*|crawl-?delay\\s*:\\s*[0-9]{1,6}(?:\\.[0-9]+)?\\s*(?:#.*)?)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LINE_END = Pattern.compile("\\R");

    private final @Nullable SimpleRobotRules rules;
    private final Outcome.@Nullable Failed unreadable;

    private RobotsTxt(@Nullable SimpleRobotRules rules, Outcome.@Nullable Failed unreadable) {
        this.rules = rules;
        this.unreadable = unreadable;
    }

    /** Parses a file. Content that is no valid robots.txt disallows nothing.
     *
     * @param userAgent the {@code User-Agent} that is sent; its product token selects the group of rules
     */
    public static RobotsTxt of(byte[] body, String userAgent) {
        String text = new String(body, 0, Math.min(body.length, MAX_BYTES), StandardCharsets.UTF_8);
        StringBuilder known = new StringBuilder();
        LINE_END.splitAsStream(text.startsWith("\uFEFF") ? text.substring(1) : text)
                .filter(line -> KNOWN_LINE.matcher(line).matches())
                .forEach(line -> known.append(line).append('\n'));
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
        byte[] utf8 = known.toString().getBytes(StandardCharsets.UTF_8);
        return new RobotsTxt(
                parser.parseContent("robots.txt", utf8, "text/plain", List.of(productToken(userAgent))), null);
    }

    /**
     * Returns the rules for a robots.txt that is unreachable: everything is disallowed (RFC 9309 §2.3.1.4). The advice to ignore
     * robots.txt is left out if the server does not respond at all, because it would not help.
     *
     * @param status the status of the response; 0 if there was none
     */
    public static RobotsTxt unreadable(FailureCause cause, String why, int status, int attempts) {
        String detail = why + "; robots.txt could not be fetched, so no page may be requested"
                + (status == 0 ? "" : "; " + ADVICE);
        return new RobotsTxt(null, new Outcome.Failed(cause, detail, status, attempts));
    }

    /**
     * Returns the product token that selects a group of rules (RFC 9309 §2.2.1): the leading letters, hyphens and underscores of the
     * {@code User-Agent}.
     */
    static String productToken(String userAgent) {
        int end = 0;
        while (end < userAgent.length() && isTokenCharacter(userAgent.charAt(end))) {
            end++;
        }
        return end == 0 ? OUR_NAME : userAgent.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isTokenCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '_';
    }

    /** Returns whether a URL of the server may be requested. */
    public boolean allows(WebUrl url) {
        return unreadable == null
                && (rules == null || rules.isAllowed(url.withoutFragment().href()));
    }

    /** Returns the outcome of a start URL that is disallowed. */
    public Outcome.Failed refusal() {
        return unreadable != null
                ? unreadable
                : new Outcome.Failed(FailureCause.ROBOTS_FORBIDDEN, "robots.txt forbids it; " + ADVICE, 0, 0);
    }

    /** Returns the minimum time between two requests ({@code Crawl-delay}); zero if the file has none. */
    public Duration crawlDelay() {
        long millis = rules == null ? 0 : rules.getCrawlDelay();
        return millis <= 0 ? Duration.ZERO : Duration.ofMillis(millis);
    }
}
