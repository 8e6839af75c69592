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

/** The severity of each rule in each zone: the default, or the one set by {@code failOn}, {@code warnOn} or {@code allow}. Immutable. */
public final class Severities {

    /** Rules that are not problems, so that their severity cannot be changed. */
    private static final Set<Rule> FIXED = Set.of(Rule.OK, Rule.SKIPPED, Rule.KNOWN);

    /** Stands in for the zone if an item has none; no item can contain it because items are stripped. */
    private static final String EVERYWHERE = " ";

    private final Map<Rule, Severity> overrides = new HashMap<>();
    private final Map<Rule, Severity> onSite = new HashMap<>();
    private final Map<Rule, Severity> external = new HashMap<>();

    private Severities() {}

    /**
     * Parses the three lists. Items are rule ids such as {@code blocked}, optionally with a zone as in {@code external:timed-out}, which takes precedence.
     *
     * @throws IllegalArgumentException if an item is unknown, names a rule with a fixed severity, or occurs in two lists
     */
    public static Severities of(List<String> failOn, List<String> warnOn, List<String> allow) {
        Severities severities = new Severities();
        Map<String, String> elements = new HashMap<>();
        severities.override("failOn", failOn, Severity.ERROR, elements);
        severities.override("warnOn", warnOn, Severity.WARNING, elements);
        severities.override("allow", allow, Severity.NONE, elements);
        return severities;
    }

    private void override(String element, List<String> items, Severity severity, Map<String, String> elements) {
        for (String written : items) {
            String item = written.strip();
            int colon = item.indexOf(':');
            String zone = colon < 0 ? EVERYWHERE : item.substring(0, colon).toLowerCase(Locale.ROOT);
            Rule rule = rule(element, item, item.substring(colon + 1));
            overridesIn(element, item, zone).put(rule, severity);
            String other = elements.put(zone + ':' + rule.id(), element);
            if (other != null && !other.equals(element)) {
                throw new IllegalArgumentException("<" + element + "> and <" + other + "> both name \"" + item
                        + "\": a rule has only one severity; remove it from one of them");
            }
        }
    }

    private static Rule rule(String element, String item, String id) {
        Optional<Rule> rule = Rule.of(id).filter(known -> !FIXED.contains(known));
        return rule.orElseThrow(() -> new IllegalArgumentException("<" + element + "> has \"" + item
                + "\", which is not a rule; supported are, alone or after \"site:\" or \"external:\": "
                + Arrays.stream(Rule.values())
                        .filter(known -> !FIXED.contains(known))
                        .map(Rule::id)
                        .collect(Collectors.joining(", "))));
    }

    private Map<Rule, Severity> overridesIn(String element, String item, String zone) {
        return switch (zone) {
            case EVERYWHERE -> overrides;
            case "site" -> onSite;
            case "external" -> external;
            default ->
                throw new IllegalArgumentException("<" + element + "> has \"" + item + "\" with the zone \"" + zone
                        + "\"; a zone is \"site\" or \"external\", as in \"external:timed-out\"");
        };
    }

    /** Returns the severity of a rule in a zone. */
    public Severity of(Rule rule, Zone zone) {
        return of(rule, zone, rule.severity(zone));
    }

    /** Returns the severity of a rule in a zone for a case that has another default. */
    public Severity of(Rule rule, Zone zone, Severity byDefault) {
        Severity inZone = (zone == Zone.SITE ? onSite : external).get(rule);
        return inZone != null ? inZone : overrides.getOrDefault(rule, byDefault);
    }
}
