// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.robots;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Rule;
import io.github.checklinks.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a server's robots.txt lets us ask (RFC 9309). Immutable, shared by threads. */
public final class RobotsTxt {

    /** Nothing is forbidden. */
    public static final RobotsTxt NONE = new RobotsTxt(null, null);

    /** What an error names as the way out. */
    public static final String WAY_OUT = "if the site is yours, set respectRobots to false";

    private static final String OUR_NAME = "check-links-maven-plugin";

    /** No more need be read (RFC 9309 §2.5). */
    private static final int LONGEST = 512 << 10;

    /** The parser writes a line to the log for each that it does not know; other records must not matter (RFC 9309 §2.2.4). */
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

    /**
     * What a file says. Whatever is no robots.txt forbids nothing.
     *
     * @param userAgent the {@code User-Agent} that is sent
     */
    public static RobotsTxt of(byte[] body, String userAgent) {
        String text = new String(body, 0, Math.min(body.length, LONGEST), StandardCharsets.UTF_8);
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
     * A file that should be there and could not be read: nothing may be asked (RFC 9309 §2.3.1.4). Where the server itself does not
     * answer, asking for pages all the same would not help.
     *
     * @param status of the answer; 0 when there was none
     */
    public static RobotsTxt unreadable(Rule rule, String why, int status, int attempts) {
        String detail = why + "; robots.txt could not be fetched, so no page may be requested"
                + (status == 0 ? "" : "; " + WAY_OUT);
        return new RobotsTxt(null, new Outcome.Failed(rule, detail, null, status, attempts));
    }

    /** The name that groups of rules are addressed to (RFC 9309 §2.2.1): the letters that the {@code User-Agent} begins with. */
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

    /** Whether an address of the server may be asked. */
    public boolean allows(WebUrl url) {
        return unreadable == null
                && (rules == null || rules.isAllowed(url.withoutFragment().href()));
    }

    /** What is told of a start that may not be asked. */
    public Outcome.Failed refusal() {
        return unreadable != null
                ? unreadable
                : new Outcome.Failed(Rule.BLOCKED, "robots.txt forbids it; " + WAY_OUT, null, 0, 0);
    }

    /** The least time between two requests; zero when the file names none. */
    public Duration crawlDelay() {
        long millis = rules == null ? 0 : rules.getCrawlDelay();
        return millis <= 0 ? Duration.ZERO : Duration.ofMillis(millis);
    }
}
