// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import static io.github.checklinks.model.Severity.ERROR;
import static io.github.checklinks.model.Severity.NONE;
import static io.github.checklinks.model.Severity.WARNING;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be said of a link. Each constant has a heading in the documentation. */
public enum Rule {
    OK(NONE, NONE, "answered, and the anchor is there"),
    SKIPPED(NONE, NONE, "not checked"),
    KNOWN(NONE, NONE, "broken, and listed in the baseline"),
    REDIRECTED(NONE, NONE, "answered after redirects"),
    MOVED(WARNING, WARNING, "moved for good"),
    MALFORMED_URL(ERROR, ERROR, "no browser could resolve it"),
    MISSING_FILE(ERROR, ERROR, "the site has nothing there"),
    MISSING_FRAGMENT(ERROR, WARNING, "the page has no such anchor"),
    NOT_FOUND(ERROR, ERROR, "the server has nothing there"),
    BAD_STATUS(ERROR, ERROR, "the server answered with an unexpected status"),
    BLOCKED(ERROR, WARNING, "the server refuses to say"),
    SERVER_ERROR(ERROR, WARNING, "the server failed"),
    TIMED_OUT(ERROR, WARNING, "no answer in time"),
    UNREACHABLE(ERROR, WARNING, "no connection, or it broke"),
    UNTRUSTED(ERROR, WARNING, "its certificate could not be verified"),
    UNKNOWN_HOST(ERROR, ERROR, "no such host"),
    NO_NETWORK(WARNING, WARNING, "not one external host could be reached"),
    REDIRECT_LOOP(ERROR, ERROR, "redirects that lead nowhere"),
    START_REDIRECTED(ERROR, NONE, "the crawl was redirected away from the site"),
    TOO_LARGE(ERROR, NONE, "the page was too large to be read whole"),
    UNREADABLE(ERROR, NONE, "a file of the site that cannot be read"),
    OUTSIDE_SITE(WARNING, WARNING, "climbs above the site's root"),
    LOCAL_ADDRESS(WARNING, WARNING, "leads to somebody's own machine or network"),
    PLACEHOLDER(ERROR, ERROR, "a placeholder that nobody filled in"),
    ORPHAN(NONE, NONE, "no other page links to it");

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Severity onSite;
    private final Severity outside;
    private final String summary;

    Rule(Severity onSite, Severity outside, String summary) {
        this.onSite = onSite;
        this.outside = outside;
        this.summary = summary;
    }

    /** The name users read and write, such as {@code missing-file}. */
    public String id() {
        return id;
    }

    /** How much the rule weighs in a zone when nobody moved it. */
    public Severity severity(Zone zone) {
        return zone == Zone.SITE ? onSite : outside;
    }

    /** A few words, in lower case, for a person who reads the id for the first time. */
    public String summary() {
        return summary;
    }

    /** The rule of this id, if there is one. */
    public static Optional<Rule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }
}
