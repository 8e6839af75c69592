// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A repair of a common mistake in the text of a reference.
 *
 * @param cause what is wrong, as shown to users
 * @param text the repaired reference
 */
public record TextRepair(String cause, String text) {

    private static final Pattern ENTITY = Pattern.compile("&(?:amp|#38|#x26);|%26amp;", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACE = Pattern.compile(
            "[\\s\\u00A0\\u200B-\\u200D\\u2060\\uFEFF]|%20|%09|%0[AD]|%C2%A0|%E2%80%8B", Pattern.CASE_INSENSITIVE);
    private static final Pattern HASH = Pattern.compile("%23", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUERY = Pattern.compile("%3F", Pattern.CASE_INSENSITIVE);
    private static final Pattern PERCENT = Pattern.compile("%25(?=[0-9A-F]{2})", Pattern.CASE_INSENSITIVE);

    /** Returns the possible repairs of a text, the likeliest first. The caller has to verify that the repaired reference exists. */
    public static List<TextRepair> of(String text) {
        List<TextRepair> repairs = new ArrayList<>();
        add(repairs, "\"&amp;\" is escaped twice", text, ENTITY.matcher(text).replaceAll("&"));
        String stripped = text.strip();
        add(
                repairs,
                "there is stray white space",
                stripped,
                SPACE.matcher(stripped).replaceAll(""));
        add(repairs, "there are stray quotes", text, Quotes.strip(stripped));
        String bare = withoutPunctuation(stripped);
        add(repairs, "there is a stray \"" + stripped.substring(bare.length()) + "\" at the end", stripped, bare);
        add(repairs, "the # is escaped", text, HASH.matcher(text).replaceFirst("#"));
        add(repairs, "the ? is escaped", text, QUERY.matcher(text).replaceFirst("?"));
        add(repairs, "it is percent-encoded twice", text, PERCENT.matcher(text).replaceAll("%"));
        return repairs;
    }

    private static void add(List<TextRepair> repairs, String cause, String text, String repaired) {
        if (!repaired.equals(text) && !repaired.isEmpty()) {
            repairs.add(new TextRepair(cause, repaired));
        }
    }

    /** Returns the text without trailing punctuation or closing brackets after a letter or digit. */
    private static String withoutPunctuation(String text) {
        int end = text.length();
        while (end > 0 && ".,;:!)]".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && Character.isLetterOrDigit(text.codePointBefore(end)) ? text.substring(0, end) : text;
    }
}
