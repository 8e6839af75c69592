// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import static io.github.checklinks.model.Severity.ERROR;
import static io.github.checklinks.model.Severity.NONE;
import static io.github.checklinks.model.Severity.WARNING;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A kind of verdict on a link. Each constant has its texts in {@link RuleText} and a heading in {@code rules.md}. */
public enum Rule {
    OK(NONE, NONE),
    SKIPPED(NONE, NONE),
    KNOWN(NONE, NONE),
    REDIRECTED(NONE, NONE),
    MOVED(WARNING, WARNING),
    MALFORMED_URL(ERROR, ERROR),
    MISSING_FILE(ERROR, ERROR),
    MISSING_FRAGMENT(ERROR, WARNING),
    NOT_FOUND(ERROR, ERROR),
    BAD_STATUS(ERROR, ERROR),
    BLOCKED(ERROR, WARNING),
    SERVER_ERROR(ERROR, WARNING),
    TIMED_OUT(ERROR, WARNING),
    UNREACHABLE(ERROR, WARNING),
    UNTRUSTED(ERROR, WARNING),
    UNKNOWN_HOST(ERROR, ERROR),
    NO_NETWORK(WARNING, WARNING),
    UNRECORDED(ERROR, ERROR),
    REDIRECT_LOOP(ERROR, ERROR),
    START_REDIRECTED(ERROR, NONE),
    TOO_LARGE(ERROR, NONE),
    UNREADABLE(ERROR, NONE),
    OUTSIDE_SITE(WARNING, WARNING),
    LOCAL_ADDRESS(WARNING, WARNING),
    PLACEHOLDER(ERROR, ERROR),
    ORPHAN(NONE, NONE);

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Severity onSite;
    private final Severity outside;

    Rule(Severity onSite, Severity outside) {
        this.onSite = onSite;
        this.outside = outside;
    }

    /** Returns the name used in configuration and reports, such as {@code missing-file}. */
    public String id() {
        return id;
    }

    /** Returns the default severity of the rule in a zone. */
    public Severity severity(Zone zone) {
        return zone == Zone.SITE ? onSite : outside;
    }

    /** Returns the rule with this id, if there is one. */
    public static Optional<Rule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }
}
