// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url.idna;

import io.github.checklinks.text.QuotedInput;
import java.text.Normalizer;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Converts internationalised domain names to ASCII: UTS #46 ToASCII with the settings of the WHATWG URL standard (§3.3:
 * non-transitional, Bidi and joiners checked, hyphens, STD3 rules and DNS lengths not).
 */
public final class Idna {

    private static final String PREFIX = "xn--";

    private String problem = "";

    /** Returns why the last call returned null. */
    public String problem() {
        return problem;
    }

    /** Returns the ASCII form in lower case; null if there is none. */
    @Nullable
    public String toAscii(String domain) {
        if (isPlain(domain)) {
            return domain.toLowerCase(Locale.ROOT);
        }
        String mapped = domain.length() > Punycode.MAX_LENGTH ? domain : map(domain);
        if (mapped == null) {
            return null;
        }
        // Mapping lengthens some characters, up to eighteenfold.
        if (mapped.length() > Punycode.MAX_LENGTH) {
            return fail("is longer than " + Punycode.MAX_LENGTH + " characters");
        }
        String[] labels = mapped.split("\\.", -1);
        for (int i = 0; i < labels.length; i++) {
            String label = labels[i].startsWith(PREFIX) ? decoded(labels[i]) : labels[i];
            if (label == null || !isValid(label)) {
                return null;
            }
            labels[i] = label;
        }
        return isBidiValid(labels) ? joined(labels) : null;
    }

    /** Returns whether a domain is ASCII without punycode, so that it only needs lower-casing. */
    private static boolean isPlain(String domain) {
        for (int i = 0; i < domain.length(); i++) {
            char c = domain.charAt(i);
            boolean labelStart = (c | 0x20) == 'x' && (i == 0 || domain.charAt(i - 1) == '.');
            if (c >= 0x80 || (labelStart && domain.regionMatches(true, i, PREFIX, 0, 4))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(String label) {
        for (int i = 0; i < label.length(); i++) {
            if (label.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private @Nullable String map(String domain) {
        StringBuilder out = new StringBuilder(domain.length() + 16);
        for (int i = 0; i < domain.length(); ) {
            int codePoint = domain.codePointAt(i);
            String mapped = IdnaMapping.of(codePoint);
            if (mapped == null) {
                return fail(contains(codePoint));
            }
            out.append(mapped);
            i += Character.charCount(codePoint);
        }
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    private @Nullable String decoded(String label) {
        String decoded = isAscii(label) ? Punycode.decode(label.substring(PREFIX.length())) : null;
        if (decoded == null || isAscii(decoded)) {
            return fail("has the label " + QuotedInput.of(label) + ", which is not valid punycode");
        }
        for (int i = 0; i < decoded.length(); ) {
            int codePoint = decoded.codePointAt(i);
            if (!Character.toString(codePoint).equals(IdnaMapping.of(codePoint))) {
                return fail("has the label " + QuotedInput.of(label) + ", which " + contains(codePoint));
            }
            i += Character.charCount(codePoint);
        }
        return decoded;
    }

    private boolean isValid(String label) {
        if (isAscii(label)) {
            return true;
        }
        String broken = null;
        if (label.startsWith(PREFIX)) {
            broken = "is encoded as punycode twice";
        } else if (!Normalizer.isNormalized(label, Normalizer.Form.NFC)) {
            broken = "is not normalised";
        } else if (isMark(label.codePointAt(0))) {
            broken = "begins with a combining mark";
        } else if (!IdnaJoiners.areWellPlaced(label)) {
            broken = "has a misplaced zero-width joiner";
        }
        if (broken != null) {
            fail("has the label " + QuotedInput.of(label) + ", which " + broken);
        }
        return broken == null;
    }

    private boolean isBidiValid(String[] labels) {
        boolean applies = false;
        for (String label : labels) {
            applies |= IdnaBidi.applies(label);
        }
        for (String label : labels) {
            if (applies && !IdnaBidi.allows(label)) {
                fail("mixes writing directions in the label " + QuotedInput.of(label));
                return false;
            }
        }
        return true;
    }

    private static String joined(String[] labels) {
        StringJoiner out = new StringJoiner(".");
        for (String label : labels) {
            out.add(isAscii(label) ? label : PREFIX + Punycode.encode(label));
        }
        return out.toString();
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static String contains(int codePoint) {
        return String.format("contains the character U+%04X, which is not allowed in a domain", codePoint);
    }

    private @Nullable String fail(String reason) {
        problem = reason;
        return null;
    }
}
