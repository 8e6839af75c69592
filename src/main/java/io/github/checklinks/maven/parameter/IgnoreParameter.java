// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import io.github.checklinks.check.policy.Ignore;
import io.github.checklinks.model.Rule;
import io.github.checklinks.url.Patterns;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** The parameter {@code ignores}: items with {@code url}, {@code page}, {@code rules}, {@code reason} and {@code until}. */
public final class IgnoreParameter {

    private static final List<String> PARTS = List.of("url", "page", "rules", "reason", "until");
    private static final String EXAMPLE =
            "<ignore><url>https://example.org/*</url><reason>moves next week</reason></ignore>";
    private static final Set<Rule> NEVER_SUPPRESSED = EnumSet.of(Rule.OK, Rule.SKIPPED, Rule.KNOWN);

    private IgnoreParameter() {}

    /**
     * Parses the ignores.
     *
     * @param configured the configuration in the POM; null if there is none
     * @param property the value of the property on the command line, where it is not supported; null if there is none
     */
    public static List<Ignore> of(@Nullable PlexusConfiguration configured, @Nullable String property) {
        PlexusConfiguration items = Item.items("ignores", configured, EXAMPLE);
        if (items != null) {
            return Item.of("ignores", PARTS, items).stream()
                    .map(IgnoreParameter::ignore)
                    .toList();
        }
        if (property != null) {
            throw InvalidParameter.value(
                    "check-links.ignores",
                    property,
                    "set in the POM; it is not supported on the command line",
                    "<ignores>" + EXAMPLE + "</ignores>");
        }
        return List.of();
    }

    private static Ignore ignore(Item item) {
        if (item.text("url") == null
                && item.text("page") == null
                && item.texts("rules").isEmpty()) {
            throw new IllegalArgumentException(
                    item.place() + " would suppress everything: it needs a url, a page or rules");
        }
        return new Ignore(
                patterns(item, "url"),
                patterns(item, "page"),
                rules(item),
                item.required("reason", "their server is being moved"),
                until(item));
    }

    private static Patterns patterns(Item item, String part) {
        List<String> texts = item.texts(part);
        return texts.isEmpty() ? Patterns.NONE : Patterns.of(part + " in " + item.place(), texts);
    }

    private static Set<Rule> rules(Item item) {
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        for (String text : item.texts("rules")) {
            for (String id : TextParameter.split(text)) {
                rules.add(Rule.of(id)
                        .filter(rule -> !NEVER_SUPPRESSED.contains(rule))
                        .orElseThrow(() -> InvalidParameter.name("rule in " + item.place(), id, suppressible())));
            }
        }
        return rules;
    }

    private static List<String> suppressible() {
        return Arrays.stream(Rule.values())
                .filter(rule -> !NEVER_SUPPRESSED.contains(rule))
                .map(Rule::id)
                .toList();
    }

    private static @Nullable LocalDate until(Item item) {
        String text = item.text("until");
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException invalid) {
            throw InvalidParameter.value(
                    "until in " + item.place(), text, "a date as year-month-day", "<until>2027-01-31</until>");
        }
    }
}
