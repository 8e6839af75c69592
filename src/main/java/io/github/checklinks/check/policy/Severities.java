// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.policy;

import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Zone;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How much each rule weighs in each zone: the rules' own weights, moved by {@code failOn}, {@code warnOn} and {@code allow}. Immutable. */
public final class Severities {

    /** Rules that say nothing bad. */
    private static final Set<Rule> FIXED = Set.of(Rule.OK, Rule.SKIPPED, Rule.KNOWN);

    /** In place of a zone when none was written; nobody can write it, since items are stripped. */
    private static final String EVERYWHERE = " ";

    private final Map<Rule, Severity> moved = new HashMap<>();
    private final Map<Rule, Severity> movedOnSite = new HashMap<>();
    private final Map<Rule, Severity> movedOutside = new HashMap<>();

    private Severities() {}

    /**
     * Reads the three lists; their items are rule ids such as {@code blocked}, or with a zone {@code external:timed-out}. A zone beats none.
     *
     * @throws IllegalArgumentException for an unknown item, a rule that cannot be moved, or the same key in two lists
     */
    public static Severities of(List<String> failOn, List<String> warnOn, List<String> allow) {
        Severities severities = new Severities();
        Map<String, String> elements = new HashMap<>();
        severities.move("failOn", failOn, Severity.ERROR, elements);
        severities.move("warnOn", warnOn, Severity.WARNING, elements);
        severities.move("allow", allow, Severity.NONE, elements);
        return severities;
    }

    private void move(String element, List<String> items, Severity severity, Map<String, String> elements) {
        for (String written : items) {
            String item = written.strip();
            int colon = item.indexOf(':');
            String zone = colon < 0 ? EVERYWHERE : item.substring(0, colon).toLowerCase(Locale.ROOT);
            Rule rule = rule(element, item, item.substring(colon + 1));
            movesOf(element, item, zone).put(rule, severity);
            String other = elements.put(zone + ':' + rule.id(), element);
            if (other != null && !other.equals(element)) {
                throw new IllegalArgumentException("<" + element + "> and <" + other + "> both name \"" + item
                        + "\": a rule can weigh only one thing; take it out of one of them");
            }
        }
    }

    private static Rule rule(String element, String item, String id) {
        Optional<Rule> rule = Rule.of(id).filter(known -> !FIXED.contains(known));
        return rule.orElseThrow(() -> new IllegalArgumentException("<" + element + "> has \"" + item
                + "\", which is no rule; allowed are, alone or after \"site:\" or \"external:\": "
                + Arrays.stream(Rule.values())
                        .filter(known -> !FIXED.contains(known))
                        .map(Rule::id)
                        .collect(Collectors.joining(", "))));
    }

    private Map<Rule, Severity> movesOf(String element, String item, String zone) {
        return switch (zone) {
            case EVERYWHERE -> moved;
            case "site" -> movedOnSite;
            case "external" -> movedOutside;
            default ->
                throw new IllegalArgumentException("<" + element + "> has \"" + item + "\" with the zone \"" + zone
                        + "\"; a zone is \"site\" or \"external\", as in \"external:timed-out\"");
        };
    }

    /** How much a rule weighs in a zone. */
    public Severity of(Rule rule, Zone zone) {
        return of(rule, zone, rule.severity(zone));
    }

    /** The same of a case that weighs something else by default. */
    public Severity of(Rule rule, Zone zone, Severity byDefault) {
        Severity inZone = (zone == Zone.SITE ? movedOnSite : movedOutside).get(rule);
        return inZone != null ? inZone : moved.getOrDefault(rule, byDefault);
    }
}
