package io.github.checklinks.check;

import io.github.checklinks.Rule;
import io.github.checklinks.Severity;
import io.github.checklinks.Zone;
import java.util.List;

/** How much each rule weighs in each zone: the rules' own weights, moved by {@code failOn}, {@code warnOn} and {@code allow}. Immutable. */
public final class Severities {

    private Severities() {}

    /**
     * Reads the three lists; their items are rule ids such as {@code blocked}, or with a zone {@code external:timed-out}. A zone beats none.
     *
     * @throws IllegalArgumentException for an unknown item, a rule that cannot be moved, or the same key in two lists
     */
    public static Severities of(List<String> failOn, List<String> warnOn, List<String> allow) {
        throw new UnsupportedOperationException();
    }

    /** How much a rule weighs in a zone. */
    public Severity of(Rule rule, Zone zone) {
        throw new UnsupportedOperationException();
    }
}
