// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.xml;

import io.github.checklinks.extract.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces of an XML document, as far as they affect links. This is an approximation: a prefix has the namespace it was last bound
 * to, without scopes, and a default namespace applies to the element that declares it. Documents that bind one prefix to two namespaces
 * are rare.
 */
public final class XmlNamespaces {

    /** Bounds memory on hostile documents. */
    private static final int MAX_PREFIXES = 64;

    public enum Namespace {
        HTML,
        SVG,
        MATHML,
        XLINK,
        OTHER
    }

    private static final Map<String, Namespace> KNOWN = Map.of(
            "http://www.w3.org/1999/xhtml", Namespace.HTML,
            "http://www.w3.org/2000/svg", Namespace.SVG,
            "http://www.w3.org/1998/Math/MathML", Namespace.MATHML,
            "http://www.w3.org/1999/xlink", Namespace.XLINK);

    private final Map<String, Namespace> prefixes = new HashMap<>();
    private @Nullable Namespace ofElement;

    /** Starts a document. */
    public void clear() {
        prefixes.clear();
    }

    /** Starts a tag. */
    public void startTag() {
        ofElement = null;
    }

    /** Processes an attribute; returns whether it is the {@code href} of XLink under any prefix the document declares. */
    public boolean isXlinkHref(byte[] text, int nameFrom, int nameTo, int from, int to) {
        if (Bytes.startsWith(text, nameFrom, nameTo, "xmlns")) {
            declare(string(text, nameFrom, nameTo), string(text, from, to));
            return false;
        }
        int colon = Bytes.find(text, nameFrom, nameTo, ':');
        return colon < nameTo
                && Bytes.is(text, colon + 1, nameTo, "href")
                && prefixes.get(string(text, nameFrom, colon)) == Namespace.XLINK;
    }

    private void declare(String name, String value) {
        Namespace namespace = KNOWN.getOrDefault(value.strip(), Namespace.OTHER);
        if (name.equals("xmlns")) {
            ofElement = namespace;
        } else if (name.startsWith("xmlns:")
                && (prefixes.size() < MAX_PREFIXES || prefixes.containsKey(name.substring(6)))) {
            prefixes.put(name.substring(6), namespace);
        }
    }

    /** Returns the namespace of the element if its own tag determines it; null if it depends on the enclosing elements. */
    @Nullable
    public Namespace ofElement(byte[] text, int from, int colon, int to) {
        return colon == to ? ofElement : prefixes.get(string(text, from, colon));
    }

    private static String string(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }
}
