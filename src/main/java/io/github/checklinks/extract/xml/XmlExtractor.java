// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.xml;

import io.github.checklinks.extract.Bytes;
import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkKind;
import io.github.checklinks.extract.LinkSink;
import io.github.checklinks.extract.charset.CharacterReferences;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** An extractor of the links of sitemaps, sitemap indexes, RSS and Atom feeds; other XML has none. Not thread-safe. */
public final class XmlExtractor {

    private static final LinkAttribute LOC = new LinkAttribute("loc", null, LinkKind.LINK);
    private static final LinkAttribute SITEMAP = new LinkAttribute("loc", null, LinkKind.SITEMAP);
    private static final LinkAttribute RSS_LINK = new LinkAttribute("link", null, LinkKind.LINK);
    private static final LinkAttribute ATOM_LINK = new LinkAttribute("link", "href", LinkKind.LINK);
    private static final LinkAttribute GUID = new LinkAttribute("guid", null, LinkKind.LINK);
    private static final LinkAttribute ENCLOSURE = new LinkAttribute("enclosure", "url", LinkKind.LINK);

    /** The kind of a document by its root element. */
    private enum Kind {
        SITEMAP,
        INDEX,
        RSS,
        ATOM,
        OTHER
    }

    private final CharacterReferences references = new CharacterReferences();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    /** The element whose text is being collected; null outside of elements whose text is a link. */
    private @Nullable LinkAttribute collecting;

    private int collectingOffset;

    /** The number of open elements. */
    private int depth;

    /** The depths of the open elements that have a base of their own. */
    private final Deque<Integer> bases = new ArrayDeque<>();

    /** Reports the links of a document to a sink; does not call {@link LinkSink#start}. */
    public void read(byte[] utf8, int length, LinkSink sink) {
        XmlCursor cursor = new XmlCursor(utf8, length);
        Kind kind = null;
        collecting = null;
        depth = 0;
        bases.clear();
        references.trim();
        while (true) {
            switch (cursor.next()) {
                case START -> {
                    String name = cursor.name();
                    if (kind == null) {
                        kind = kind(name);
                        if (kind == Kind.OTHER) {
                            return;
                        }
                        base(cursor, sink);
                    } else {
                        openBase(cursor, sink);
                    }
                    depth++;
                    start(kind, name, cursor, sink);
                }
                case END -> {
                    end(sink);
                    depth--;
                    closeBases(sink);
                }
                case TEXT -> collect(utf8, cursor, true);
                case CDATA -> collect(utf8, cursor, false);
                case FINISH -> {
                    depth = 0;
                    closeBases(sink);
                    return;
                }
            }
        }
    }

    private static Kind kind(String root) {
        return switch (local(root)) {
            case "urlset" -> Kind.SITEMAP;
            case "sitemapindex" -> Kind.INDEX;
            case "rss", "RDF" -> Kind.RSS;
            case "feed" -> Kind.ATOM;
            default -> Kind.OTHER;
        };
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private void base(XmlCursor root, LinkSink sink) {
        String base = root.attribute("xml:base");
        if (base != null) {
            byte[] decoded = decoded(base);
            sink.base(decoded, 0, decoded.length);
        }
    }

    /** Opens the base of an element, which applies to all of its content (XML Base §4, RFC 4287 §2). */
    private void openBase(XmlCursor element, LinkSink sink) {
        String base = element.attribute("xml:base");
        if (base != null) {
            byte[] decoded = decoded(base);
            sink.openBase(decoded, 0, decoded.length);
            bases.push(depth);
        }
    }

    private void closeBases(LinkSink sink) {
        while (!bases.isEmpty() && bases.element() >= depth) {
            sink.closeBase();
            bases.pop();
        }
    }

    private void start(Kind kind, String name, XmlCursor cursor, LinkSink sink) {
        collecting = null;
        switch (kind) {
            case INDEX -> {
                if (local(name).equals("loc")) {
                    collect(SITEMAP, cursor);
                }
            }
            case SITEMAP -> {
                if (name.equals("loc")) {
                    collect(LOC, cursor);
                } else if (local(name).equals("loc")) {
                    collect(new LinkAttribute(name, null, LinkKind.LINK), cursor);
                } else if (local(name).equals("link")) {
                    attribute(cursor, new LinkAttribute(name, "href", LinkKind.LINK), sink);
                }
            }
            case RSS -> {
                if (name.equals("link")) {
                    collect(RSS_LINK, cursor);
                } else if (name.equals("guid") && !"false".equals(cursor.attribute("isPermaLink"))) {
                    collect(GUID, cursor);
                } else if (name.equals("enclosure")) {
                    attribute(cursor, ENCLOSURE, sink);
                } else if (name.endsWith(":link")) {
                    attribute(cursor, new LinkAttribute(name, "href", LinkKind.LINK), sink);
                }
            }
            case ATOM -> {
                if (name.equals("link")) {
                    attribute(cursor, ATOM_LINK, sink);
                } else if (name.endsWith(":link")) {
                    attribute(cursor, new LinkAttribute(name, "href", LinkKind.LINK), sink);
                }
            }
            case OTHER -> {}
        }
    }

    private void attribute(XmlCursor cursor, LinkAttribute linkAttribute, LinkSink sink) {
        String attribute = linkAttribute.attribute();
        String value = attribute == null ? null : cursor.attribute(attribute);
        if (value != null) {
            byte[] decoded = decoded(value);
            sink.link(linkAttribute, false, decoded, 0, decoded.length, cursor.offset());
        }
    }

    private byte[] decoded(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        references.decode(utf8, 0, utf8.length, 1);
        return Arrays.copyOfRange(references.bytes(), references.from(), references.to());
    }

    private void collect(LinkAttribute linkAttribute, XmlCursor cursor) {
        collecting = linkAttribute;
        collectingOffset = cursor.offset();
        content.reset();
    }

    private void collect(byte[] utf8, XmlCursor cursor, boolean encoded) {
        if (collecting == null) {
            return;
        }
        references.decode(utf8, cursor.from(), cursor.to(), encoded ? 1 : 0);
        content.write(references.bytes(), references.from(), references.to() - references.from());
    }

    private void end(LinkSink sink) {
        if (collecting == null) {
            return;
        }
        byte[] value = content.toByteArray();
        int from = 0;
        int to = value.length;
        while (from < to && Bytes.isSpace(value[from])) {
            from++;
        }
        while (to > from && Bytes.isSpace(value[to - 1])) {
            to--;
        }
        if (from < to) {
            sink.link(collecting, false, value, from, to, collectingOffset);
        }
        collecting = null;
    }
}
