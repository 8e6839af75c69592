package io.github.checklinks.crawl;

import io.github.checklinks.url.PercentCoding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The part of a reference after its {@code #}, as far as it names an anchor (HTML §7.4.6.4, "the indicated part").
 *
 * @param raw as a browser would take it, without surrounding space, tabs and line ends, and without a {@code :~:} directive
 */
public record Fragment(String raw) {

    /** The fragment of a reference as written; null when it has none. */
    public static @Nullable Fragment of(String text) {
        int hash = text.indexOf('#');
        return hash < 0 ? null : new Fragment(cut(text.substring(hash + 1)));
    }

    private static String cut(String written) {
        int directive = written.indexOf(":~:");
        String text = directive < 0 ? written : written.substring(0, directive);
        int end = text.length();
        while (directive < 0 && end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        boolean broken = false;
        for (int i = 0; i < end && !broken; i++) {
            char c = text.charAt(i);
            broken = c == '\t' || c == '\n' || c == '\r';
        }
        if (!broken) {
            return text.substring(0, end);
        }
        StringBuilder whole = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c != '\t' && c != '\n' && c != '\r') {
                whole.append(c);
            }
        }
        return whole.toString();
    }

    /** The name it means after percent-decoding. */
    public String name() {
        return PercentCoding.decode(raw);
    }

    /** Whether every page has it: the empty one, and {@code top} in any letter case. */
    public boolean isTop() {
        return raw.isEmpty() || raw.equalsIgnoreCase("top");
    }

    /** Whether only a script could say what it means: {@code #!…} and {@code #/…} are routes of an application. */
    public boolean isRoute() {
        return raw.startsWith("!") || raw.startsWith("/");
    }

    /** Whether it is among the anchors of a page: as it stands, else percent-decoded. */
    boolean isIn(long[] anchors) {
        byte[] utf8 = raw.getBytes(StandardCharsets.UTF_8);
        if (Arrays.binarySearch(anchors, AnchorHash.of(utf8, 0, utf8.length)) >= 0) {
            return true;
        }
        if (raw.indexOf('%') < 0) {
            return false;
        }
        byte[] decoded = name().getBytes(StandardCharsets.UTF_8);
        return Arrays.binarySearch(anchors, AnchorHash.of(decoded, 0, decoded.length)) >= 0;
    }
}
