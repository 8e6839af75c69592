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
    private static final Set<Rule> NEVER_MUTED = EnumSet.of(Rule.OK, Rule.SKIPPED, Rule.KNOWN);

    private IgnoreParameter() {}

    /**
     * Reads the ignores.
     *
     * @param configured as in the pom; null when nothing is there
     * @param typed as on the command line, where it cannot be given; null when nothing is there
     */
    public static List<Ignore> of(@Nullable PlexusConfiguration configured, @Nullable String typed) {
        PlexusConfiguration items = Item.items("ignores", configured, EXAMPLE);
        if (items != null) {
            return Item.of("ignores", PARTS, items).stream()
                    .map(IgnoreParameter::ignore)
                    .toList();
        }
        if (typed != null) {
            throw InvalidParameter.value(
                    "check-links.ignores",
                    typed,
                    "items with their parts, in the pom only",
                    "<ignores>" + EXAMPLE + "</ignores>");
        }
        return List.of();
    }

    private static Ignore ignore(Item item) {
        if (item.text("url") == null
                && item.text("page") == null
                && item.texts("rules").isEmpty()) {
            throw new IllegalArgumentException(
                    item.place() + " would mute everything: it needs a url, a page or rules");
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
                        .filter(rule -> !NEVER_MUTED.contains(rule))
                        .orElseThrow(() -> InvalidParameter.name("rule in " + item.place(), id, mutable())));
            }
        }
        return rules;
    }

    private static List<String> mutable() {
        return Arrays.stream(Rule.values())
                .filter(rule -> !NEVER_MUTED.contains(rule))
                .map(Rule::id)
                .toList();
    }

    private static @Nullable LocalDate until(Item item) {
        String text = item.text("until");
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            throw InvalidParameter.value(
                    "until in " + item.place(), text, "a date as year-month-day", "<until>2027-01-31</until>");
        }
    }
}
