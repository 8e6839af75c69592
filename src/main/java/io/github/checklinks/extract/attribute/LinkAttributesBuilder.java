// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.attribute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mutable set of link attributes, from which {@link LinkAttributes} is built. */
final class LinkAttributesBuilder {

    /** Attributes that users must not add: requesting their values would be wrong or do harm. */
    private static final Pattern NEVER =
            Pattern.compile("(a|area)@ping|.*@(itemtype|itemid|xmlns.*|prefix)|head@profile|base@href");

    private static final Pattern ITEM = Pattern.compile("(!?)\\s*(\\*|[A-Za-z][^\\s@/>!]*)@([^\\s@/>=\"'<]+)");

    private static final Map<String, ValueSyntax> SYNTAXES = Map.ofEntries(
            Map.entry("link@href", ValueSyntax.LINK_HREF),
            Map.entry("link@imagesrcset", ValueSyntax.PRELOADED_SRCSET),
            Map.entry("meta@content", ValueSyntax.META_CONTENT),
            Map.entry("form@action", ValueSyntax.ACTION),
            Map.entry("button@formaction", ValueSyntax.FORM_ACTION),
            Map.entry("input@formaction", ValueSyntax.FORM_ACTION),
            Map.entry("input@src", ValueSyntax.INPUT_SRC),
            Map.entry("img@usemap", ValueSyntax.USEMAP),
            Map.entry("input@usemap", ValueSyntax.USEMAP),
            Map.entry("object@usemap", ValueSyntax.USEMAP),
            Map.entry("iframe@srcdoc", ValueSyntax.SRCDOC),
            Map.entry("*@style", ValueSyntax.STYLE));

    private static final Map<String, ElementInfo.Role> ROLES = Map.of(
            "a", ElementInfo.Role.A,
            "map", ElementInfo.Role.MAP,
            "base", ElementInfo.Role.BASE,
            "meta", ElementInfo.Role.META,
            "form", ElementInfo.Role.FORM,
            "svg", ElementInfo.Role.SVG,
            "template", ElementInfo.Role.TEMPLATE,
            "math", ElementInfo.Role.MATH);

    private static final Map<String, ElementInfo.Content> CONTENTS = Map.ofEntries(
            Map.entry("script", ElementInfo.Content.SCRIPT),
            Map.entry("style", ElementInfo.Content.STYLE),
            Map.entry("title", ElementInfo.Content.TEXT),
            Map.entry("textarea", ElementInfo.Content.TEXT),
            Map.entry("xmp", ElementInfo.Content.TEXT),
            Map.entry("iframe", ElementInfo.Content.TEXT),
            Map.entry("noembed", ElementInfo.Content.TEXT),
            Map.entry("noframes", ElementInfo.Content.TEXT),
            Map.entry("template", ElementInfo.Content.TEMPLATE),
            Map.entry("noscript", ElementInfo.Content.NOSCRIPT),
            Map.entry("plaintext", ElementInfo.Content.PLAINTEXT));

    /** By element in lower case, then by attribute in lower case: {@code element@attribute} as it is reported; empty if it was removed. */
    private final Map<String, Map<String, String>> html = new HashMap<>();

    private final Map<String, Map<String, String>> svg = new HashMap<>();

    /** Returns a builder with the standard link attributes. */
    static LinkAttributesBuilder standard() {
        LinkAttributesBuilder builder = new LinkAttributesBuilder();
        for (String item : List.of(LinkAttributes.STANDARD_HTML.split("\\s+"))) {
            add(builder.html, item);
        }
        for (String item : List.of(LinkAttributes.STANDARD_SVG.split("\\s+"))) {
            add(builder.svg, item);
        }
        return builder;
    }

    /** Adds or removes a link attribute as an item of the user demands. */
    void change(String item) {
        Matcher parts = ITEM.matcher(item.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("attributes: \"" + item
                    + "\" is not of the form element@attribute. Write element@attribute, such as"
                    + " img@data-src, or !element@attribute, such as !form@action, to exclude it.");
        }
        String name = parts.group(2) + "@" + parts.group(3);
        String lower = name.toLowerCase(Locale.ROOT);
        if (!parts.group(1).isEmpty()) {
            remove(html, lower);
            remove(svg, lower);
            return;
        }
        if (NEVER.matcher(lower).matches()) {
            throw new IllegalArgumentException("attributes: \"" + item
                    + "\" cannot be checked: its value is not the URL of something to load. Use another attribute, such as"
                    + " img@data-src.");
        }
        add(html, lower);
        add(svg, name);
    }

    private static void add(Map<String, Map<String, String>> table, String item) {
        int at = item.indexOf('@');
        String lower = item.toLowerCase(Locale.ROOT);
        Map<String, String> attributes = attributes(table, lower.substring(0, at));
        String attribute = lower.substring(at + 1);
        if (attributes.getOrDefault(attribute, "").isEmpty()) {
            attributes.put(attribute, item);
        }
    }

    private static Map<String, String> attributes(Map<String, Map<String, String>> table, String element) {
        Map<String, String> attributes = table.get(element);
        if (attributes == null) {
            attributes = new LinkedHashMap<>();
            table.put(element, attributes);
        }
        return attributes;
    }

    private static void remove(Map<String, Map<String, String>> table, String lower) {
        int at = lower.indexOf('@');
        String attribute = lower.substring(at + 1);
        if (lower.startsWith("*@")) {
            table.values().forEach(attributes -> attributes.remove(attribute));
        } else {
            // An empty entry overrides *@attribute.
            attributes(table, lower.substring(0, at)).put(attribute, "");
        }
    }

    /** Returns the names of all attributes that the extractors need, in lower case, those of {@link AttributeNumber} first. */
    List<String> attributeNames() {
        Set<String> names = new LinkedHashSet<>(AttributeNumber.NAMES);
        for (Map<String, String> attributes : html.values()) {
            names.addAll(attributes.keySet());
        }
        for (Map<String, String> attributes : svg.values()) {
            names.addAll(attributes.keySet());
        }
        return new ArrayList<>(names);
    }

    /** Returns the names of all elements that need an {@link ElementInfo} of their own, in lower case. */
    List<String> elementNames() {
        Set<String> names = new LinkedHashSet<>(ROLES.keySet());
        names.addAll(CONTENTS.keySet());
        names.addAll(html.keySet());
        names.addAll(svg.keySet());
        names.remove("*");
        names.add("image");
        return new ArrayList<>(names);
    }

    /** Numbers names in their order, from 0. */
    static Map<String, Integer> numbered(List<String> names) {
        Map<String, Integer> numbers = new HashMap<>();
        for (String name : names) {
            numbers.put(name, numbers.size());
        }
        return numbers;
    }

    /** Returns the description of an HTML element. */
    ElementInfo html(String lower, Map<String, Integer> numbers) {
        // HTML §13.2.6.4.7: a start tag "image" makes an img element.
        String name = lower.equals("image") ? "img" : lower;
        return new ElementInfo(
                ROLES.getOrDefault(lower, ElementInfo.Role.NONE),
                CONTENTS.getOrDefault(lower, ElementInfo.Content.MARKUP),
                rules(html, name, name, numbers, false));
    }

    /** Returns the description of an SVG or MathML element. */
    ElementInfo svg(String lower, Map<String, Integer> numbers) {
        String name = lower;
        for (String item : svg.getOrDefault(lower, Map.of()).values()) {
            if (!item.isEmpty()) {
                name = item.substring(0, item.indexOf('@'));
                break;
            }
        }
        ElementInfo.Role role = switch (lower) {
            case "svg" -> ElementInfo.Role.SVG;
            case "math" -> ElementInfo.Role.MATH;
            default -> ElementInfo.Role.NONE;
        };
        ElementInfo.Content content = lower.equals("style") ? ElementInfo.Content.STYLE : ElementInfo.Content.MARKUP;
        return new ElementInfo(role, content, rules(svg, lower, name, numbers, true));
    }

    /** Returns the description of every other element. */
    ElementInfo unknown(Map<String, Integer> numbers) {
        return new ElementInfo(ElementInfo.Role.NONE, ElementInfo.Content.MARKUP, rules(html, "*", "", numbers, false));
    }

    private static @Nullable AttributeRule[] rules(
            Map<String, Map<String, String>> table,
            String lower,
            String name,
            Map<String, Integer> numbers,
            boolean foreign) {
        @Nullable AttributeRule[] rules = new AttributeRule[numbers.size()];
        for (Map.Entry<String, String> entry : table.getOrDefault("*", Map.of()).entrySet()) {
            String attribute = entry.getKey();
            ValueSyntax valueSyntax = valueSyntax("*@" + attribute, foreign);
            rules[number(attribute, numbers)] = entry.getValue().isEmpty()
                    ? null
                    : name.isEmpty()
                            ? AttributeRule.anywhere(attribute, valueSyntax)
                            : AttributeRule.of(name, attribute, valueSyntax);
        }
        Map<String, String> own = lower.equals("*") ? Map.of() : table.getOrDefault(lower, Map.of());
        for (Map.Entry<String, String> entry : own.entrySet()) {
            String attribute = entry.getKey();
            ValueSyntax valueSyntax = valueSyntax(lower + "@" + attribute, foreign);
            rules[number(attribute, numbers)] =
                    entry.getValue().isEmpty() ? null : AttributeRule.of(name, attribute, valueSyntax);
        }
        return rules;
    }

    private static int number(String attribute, Map<String, Integer> numbers) {
        return numbers.getOrDefault(attribute, 0);
    }

    private static ValueSyntax valueSyntax(String item, boolean foreign) {
        if (foreign && item.endsWith("@xlink:href")) {
            return ValueSyntax.XLINK_HREF;
        }
        ValueSyntax standard = SYNTAXES.get(item);
        if (standard != null) {
            return standard;
        }
        return item.endsWith("srcset") ? ValueSyntax.SRCSET : ValueSyntax.URL;
    }
}
