// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import io.github.checklinks.extract.Bytes;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.extract.LinkSink;
import io.github.checklinks.extract.attribute.AttributeNumber;
import io.github.checklinks.extract.attribute.ElementInfo;
import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.extract.attribute.NameTable;
import io.github.checklinks.extract.charset.CharacterReferences;
import io.github.checklinks.extract.charset.Utf8;
import io.github.checklinks.extract.xml.XmlNamespaces;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A tokenizer of HTML (HTML §13.2.5), reduced to what links and anchors need: it reads UTF-8 bytes and creates neither strings nor
 * objects for them. It builds no tree, so what a tree builder would move, repeat or drop is reported once, at its position in the source.
 * Not thread-safe.
 *
 * <p>The content of {@code noscript} is read, that of {@code template} only if it declares a shadow root; that of {@code script},
 * {@code style}, {@code textarea}, {@code title}, {@code xmp}, {@code iframe}, {@code noembed} and {@code noframes} is text; comments are
 * skipped. XHTML and SVG are read the same way, but there self-closing tags close, and CDATA sections and processing instructions are those
 * of XML.
 */
public final class HtmlScanner {

    private static final byte ENDS_TAG_NAME = 1;
    private static final byte ENDS_ATTRIBUTE_NAME = 2;
    private static final byte ENDS_UNQUOTED = 4;
    private static final byte SPACE = 8;

    /** Whitespace or a slash. */
    private static final byte BEFORE_ATTRIBUTE = 64;

    /** A quotation mark around a value. */
    private static final byte QUOTES = -128;

    /** A byte that {@link CharacterReferences} would change. */
    static final byte DECODED = 16;

    static final byte BEYOND_ASCII = 32;

    /** The classes of each byte: what it ends, or is. */
    private static final byte[] CLASSES = classes();

    private static final byte[] EMPTY = {};

    private final LinkAttributes linkAttributes;
    private final NameTable elements;
    private final NameTable attributes;
    private final StartTag tag;
    private final LinkFinder finder;
    private final ForeignContent foreign = new ForeignContent();
    private final IgnoredElements muted = new IgnoredElements();
    private final OpenTemplates templates;
    private final XmlNamespaces namespaces = new XmlNamespaces();
    private final int xlinkHref;

    private byte[] text = EMPTY;
    private int end;
    private boolean xml;
    private boolean selfClosing;
    private long keyOfName;
    private int classesOfValue;
    private boolean reportedInAscii;
    private boolean stylesInAscii;
    private boolean declaresUtf8;
    private int endOfMetas;
    private long visited;

    /** The end of the last {@code noscript}. */
    private int endOfNoscript;

    /** True if the last element returned by {@link #namedInXml} belongs to SVG or MathML. */
    private boolean namedIsForeign;

    /** The end of the last shadow root; 0 if there was none. */
    private int endOfShadowRoot;

    /** Creates a scanner of documents at a nesting depth in {@code srcdoc}; 0 for pages. */
    public HtmlScanner(LinkAttributes linkAttributes, int depth) {
        this.linkAttributes = linkAttributes;
        this.elements = linkAttributes.elements;
        this.attributes = linkAttributes.attributes;
        this.tag = new StartTag(linkAttributes.attributeCount);
        this.finder = new LinkFinder(tag, new NestedDocuments(linkAttributes, depth));
        this.templates = new OpenTemplates(finder);
        byte[] name = "xlink:href".getBytes(StandardCharsets.US_ASCII);
        this.xlinkHref = attributes.find(name, 0, name.length);
    }

    private static byte[] classes() {
        byte[] classes = new byte[256];
        for (int c : new int[] {' ', '\t', '\n', '\f', '\r'}) {
            classes[c] = ENDS_TAG_NAME | ENDS_ATTRIBUTE_NAME | ENDS_UNQUOTED | SPACE | BEFORE_ATTRIBUTE;
        }
        classes['>'] = ENDS_TAG_NAME | ENDS_ATTRIBUTE_NAME | ENDS_UNQUOTED;
        classes['/'] = ENDS_TAG_NAME | ENDS_ATTRIBUTE_NAME | BEFORE_ATTRIBUTE;
        classes['"'] = QUOTES;
        classes['\''] = QUOTES;
        classes['='] = ENDS_ATTRIBUTE_NAME;
        classes['&'] |= DECODED;
        classes['\r'] |= DECODED;
        classes[0] |= DECODED;
        Arrays.fill(classes, 128, 256, BEYOND_ASCII);
        return classes;
    }

    /** Reports the content of a document to a sink; does not call {@link LinkSink#start}. */
    public void scan(byte[] utf8, int length, DocumentType documentType, LinkSink sink) {
        text = utf8;
        end = length;
        xml = documentType != DocumentType.HTML;
        tag.start(utf8);
        finder.start(sink);
        foreign.start(xml);
        muted.clear();
        templates.clear();
        namespaces.clear();
        endOfNoscript = 0;
        endOfShadowRoot = 0;
        visited = 0;
        stylesInAscii = true;
        endOfMetas = 0;
        tokens();
        declaresUtf8 = finder.declaresUtf8();
        reportedInAscii = stylesInAscii && tag.isLoadedInAscii();
        // Releases the page and its sink.
        text = EMPTY;
        tag.start(text);
        finder.start(LinkSink.NONE);
    }

    private void tokens() {
        int at = 0;
        while (true) {
            int offset = find(at, '<');
            if (offset + 1 >= end) {
                return;
            }
            at = token(offset);
        }
    }

    /** Returns whether the last document declares UTF-8 and no other charset. */
    public boolean declaresUtf8() {
        return declaresUtf8;
    }

    /** Returns the end of the last {@code meta} element of the last document; 0 if it has none. */
    public int endOfMetas() {
        return endOfMetas;
    }

    /** Returns whether everything reported of the last document is ASCII, so that its charset is irrelevant. */
    public boolean isReportedInAscii() {
        return reportedInAscii;
    }

    /** Returns the number of bytes of the last document that were examined; those examined twice count twice. */
    public long visited() {
        return visited;
    }

    /** Returns the offset of the next occurrence of a byte, or the end. */
    private int find(int from, char ascii) {
        int found = Bytes.find(text, from, end, ascii);
        visited += found - from;
        return found;
    }

    /**
     * Handles a tag, comment or other markup at an offset, if there is any, and returns its end. Deliberately above HotSpot's inlining
     * limit, so that it is compiled once and not again within each calling loop.
     */
    private int token(int offset) {
        byte[] utf8 = text;
        int from = offset + 1;
        byte first = utf8[from];
        if (!Bytes.isLetter(first)) {
            return first == '/' ? endTag(offset) : first == '!' || first == '?' ? declaration(offset) : from;
        }
        int to = from;
        long key = NameTable.KEY_OF_NOTHING;
        while (to < end && (CLASSES[utf8[to] & 0xFF] & ENDS_TAG_NAME) == 0) {
            key = NameTable.key(key, utf8[to++]);
        }
        if (to == end) {
            return end;
        }
        int element = elements.find(key, utf8, from, to);
        tag.begin(offset, from, to);
        namespaces.startTag();
        selfClosing = false;
        int next = utf8[to] == '>' ? to + 1 : attributes(to, true);
        visited += (next < 0 ? end : next) - offset;
        if (next < 0) {
            return end;
        }
        boolean inForeign = foreign.isOpen() && foreign.accepts(utf8, from, to);
        ElementInfo known = inForeign ? linkAttributes.svg(element) : linkAttributes.html(element);
        if (xml) {
            ElementInfo named = namedInXml(from, to);
            inForeign = named == null ? inForeign : namedIsForeign;
            known = named == null ? known : named;
        }
        boolean mutes = tag.count() > 0
                && (tag.has(AttributeNumber.DATA_PROOFER_IGNORE) || tag.has(AttributeNumber.DATA_CHECK_LINKS))
                && mutes();
        if (mutes || muted.isOpen()) {
            mutes = mute(mutes, from, to, inForeign);
        }
        if (tag.count() > 0 || known.role() == ElementInfo.Role.FORM) {
            finder.find(known, inForeign, mutes);
        }
        if (known.role() == ElementInfo.Role.META) {
            endOfMetas = next;
        }
        boolean isForeign = inForeign || known.role() == ElementInfo.Role.SVG || known.role() == ElementInfo.Role.MATH;
        if (isForeign && !selfClosing) {
            foreign.open(known.role(), utf8, from, to);
        }
        // selfClosing is tested last, as it is hardly ever relevant: in HTML, a self-closing tag closes nothing.
        if (known.content() == ElementInfo.Content.MARKUP || (isForeign || xml) && selfClosing) {
            return next;
        }
        return content(known.content(), from, to, next, inForeign || xml, mutes);
    }

    private void addInXml(int nameFrom, int nameTo, int from, int to) {
        if (namespaces.isXlinkHref(text, nameFrom, nameTo, from, to) && xlinkHref != NameTable.NONE) {
            tag.add(xlinkHref, from, to, classesOfValue);
        }
    }

    /**
     * Returns the description of an element of XML whose own tag determines its namespace, by a prefix or a declaration; null for all
     * other elements.
     */
    private @Nullable ElementInfo namedInXml(int from, int to) {
        int colon = Bytes.find(text, from, to, ':');
        XmlNamespaces.Namespace namespace = namespaces.ofElement(text, from, colon, to);
        if (namespace == null || colon + 1 == to) {
            return null;
        }
        boolean isPrefixed = colon < to;
        int element = isPrefixed ? elements.find(text, colon + 1, to) : elements.find(text, from, to);
        switch (namespace) {
            case HTML -> {
                namedIsForeign = false;
                if (!isPrefixed && foreign.isForeign() && !selfClosing) {
                    foreign.openHtml(text, from, to);
                }
                return linkAttributes.html(element);
            }
            case SVG, MATHML -> {
                namedIsForeign = isPrefixed || foreign.isForeign();
                return namedIsForeign ? linkAttributes.svg(element) : linkAttributes.html(element);
            }
            default -> {
                return null;
            }
        }
    }

    /** Returns whether the start tag itself is that of an ignored element. */
    private boolean mutes() {
        return tag.has(AttributeNumber.DATA_PROOFER_IGNORE) || tag.is(AttributeNumber.DATA_CHECK_LINKS, "ignore");
    }

    /** Updates the stack of ignored elements; returns whether the start tag is in one or is one. */
    private boolean mute(boolean mutes, int from, int to, boolean inForeign) {
        if (muted.isOpen() && !inForeign && !xml) {
            muted.closeFor(text, from, to);
        }
        boolean now = mutes || muted.isOpen();
        if (now) {
            muted.open(text, from, to, selfClosing && (inForeign || xml));
        }
        return now;
    }

    private int endTag(int offset) {
        int from = offset + 2;
        if (from == end) {
            return end;
        }
        byte first = text[from];
        if (!Bytes.isLetter(first)) {
            // HTML §13.2.5.7: "</>" is ignored, anything else is a comment.
            return find(from, '>');
        }
        int to = skipTo(ENDS_TAG_NAME, from + 1);
        if (to == end) {
            return end;
        }
        int next = to + 1;
        if (text[to] != '>') {
            next = attributes(to, false);
            if (next < 0) {
                visited += end - offset;
                return end;
            }
        }
        visited += next - offset;
        if (templates.isOpen() && closesTemplate(from, to)) {
            closeTemplate(next);
        } else if (foreign.isOpen()) {
            foreign.close(text, from, to);
        }
        if (muted.isOpen()) {
            muted.close(text, from, to);
        }
        if (finder.isInForm() && Bytes.is(text, from, to, "form")) {
            finder.endForm();
        }
        return next;
    }

    /**
     * Parses the attributes after the name of a tag and returns the end of the tag; -1 if it does not end (HTML §13.2.5.32 to 40).
     * Deliberately large like {@link #token}, but with its long loops in small methods, which are compiled separately and earlier.
     */
    private int attributes(int begin, boolean collect) {
        byte[] utf8 = text;
        int length = end;
        int i = begin;
        int last = begin;
        while (i < length) {
            byte c = utf8[i];
            if ((CLASSES[c & 0xFF] & BEFORE_ATTRIBUTE) != 0) {
                i++;
                continue;
            }
            if (c == '>') {
                selfClosing = i > last && utf8[i - 1] == '/';
                return i + 1;
            }
            int nameFrom = i;
            int nameTo = endOfName(i);
            long key = keyOfName;
            i = nameTo;
            while (i < length && (CLASSES[utf8[i] & 0xFF] & SPACE) != 0) {
                i++;
            }
            int valueFrom = i;
            int valueTo = i;
            classesOfValue = 0;
            if (i < length && utf8[i] == '=') {
                i++;
                while (i < length && (CLASSES[utf8[i] & 0xFF] & SPACE) != 0) {
                    i++;
                }
                if (i >= length) {
                    return -1;
                }
                byte quote = utf8[i];
                if ((CLASSES[quote & 0xFF] & QUOTES) != 0) {
                    valueFrom = i + 1;
                    valueTo = endOfQuoted(valueFrom, quote);
                    i = valueTo + 1;
                } else {
                    valueFrom = i;
                    valueTo = endOfUnquoted(i);
                    i = valueTo;
                }
            }
            if (collect && i < length) {
                int number = attributes.find(key, utf8, nameFrom, nameTo);
                if (number != NameTable.NONE) {
                    tag.add(number, valueFrom, valueTo, classesOfValue);
                } else if (xml) {
                    addInXml(nameFrom, nameTo, valueFrom, valueTo);
                }
            }
            last = i;
        }
        return -1;
    }

    /** Returns the end of the name of an attribute, whose first byte may be any. */
    private int endOfName(int begin) {
        byte[] utf8 = text;
        long key = NameTable.key(NameTable.KEY_OF_NOTHING, utf8[begin]);
        int i = begin + 1;
        while (i < end && (CLASSES[utf8[i] & 0xFF] & ENDS_ATTRIBUTE_NAME) == 0) {
            key = NameTable.key(key, utf8[i++]);
        }
        keyOfName = key;
        return i;
    }

    private int endOfQuoted(int begin, byte quote) {
        byte[] utf8 = text;
        int classes = 0;
        int i = begin;
        while (i < end && utf8[i] != quote) {
            classes |= CLASSES[utf8[i++] & 0xFF];
        }
        classesOfValue = classes;
        return i;
    }

    private int endOfUnquoted(int begin) {
        byte[] utf8 = text;
        int i = begin;
        while (i < end && (CLASSES[utf8[i] & 0xFF] & ENDS_UNQUOTED) == 0) {
            classesOfValue |= CLASSES[utf8[i++] & 0xFF];
        }
        return i;
    }

    private int skipTo(byte what, int begin) {
        int i = begin;
        while (i < end && (CLASSES[text[i] & 0xFF] & what) == 0) {
            i++;
        }
        return i;
    }

    /** Handles the content of an element that is not plain markup; returns the offset at which the tokenizer resumes. */
    private int content(
            ElementInfo.Content content, int nameFrom, int nameTo, int begin, boolean asXml, boolean isMuted) {
        return switch (content) {
            case MARKUP -> begin;
            case TEMPLATE -> openTemplate(begin);
            case NOSCRIPT -> openNoscript(nameFrom, nameTo, begin);
            case PLAINTEXT -> xml ? begin : end;
            case TEXT -> xml ? begin : endOfText(nameFrom, nameTo, begin, false);
            case SCRIPT -> xml ? endOfXmlText(nameFrom, nameTo, begin) : endOfText(nameFrom, nameTo, begin, true);
            case STYLE -> {
                int close = asXml ? endOfXmlText(nameFrom, nameTo, begin) : endOfText(nameFrom, nameTo, begin, false);
                stylesInAscii &= Utf8.ascii(text, begin, close) == close;
                finder.findInStyle(text, begin, close, isMuted);
                yield close;
            }
        };
    }

    private int openTemplate(int begin) {
        boolean shadow = !xml
                && tag.has(AttributeNumber.SHADOWROOTMODE)
                && finder.declaresShadowRoot()
                && ShadowHosts.hasBefore(text, tag.offset(), endOfShadowRoot);
        templates.open(shadow, foreign.depth());
        return begin;
    }

    /** Returns whether an end tag is that of the innermost template, and not of an SVG or MathML element in it. */
    private boolean closesTemplate(int from, int to) {
        return Bytes.is(text, from, to, "template") && !foreign.isOpenInside(templates.foreignDepth(), text, from, to);
    }

    private void closeTemplate(int next) {
        foreign.closeDownTo(templates.foreignDepth());
        if (!templates.isInert()) {
            endOfShadowRoot = next;
        }
        templates.close();
    }

    /**
     * Handles {@code noscript}: its links count for browsers without scripting. With scripting its content is text, so a base in it is
     * ignored.
     */
    private int openNoscript(int nameFrom, int nameTo, int begin) {
        if (!xml && begin > endOfNoscript) {
            endOfNoscript = endOfText(nameFrom, nameTo, begin, false);
            finder.noBaseBefore(endOfNoscript);
        }
        return begin;
    }

    /** Returns whether an end tag of a name starts at an offset. */
    private boolean isEndTag(int nameFrom, int nameTo, int at) {
        return at + 1 < end && text[at + 1] == '/' && isName(nameFrom, nameTo, at + 2);
    }

    /** Returns whether there is a name, as a whole, at an offset. */
    private boolean isName(int nameFrom, int nameTo, int at) {
        int after = at + nameTo - nameFrom;
        if (after >= end || (CLASSES[text[after] & 0xFF] & ENDS_TAG_NAME) == 0) {
            return false;
        }
        for (int k = 0; k < nameTo - nameFrom; k++) {
            if (Bytes.toLower(text[at + k]) != Bytes.toLower(text[nameFrom + k])) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the end of the text of an element, which is the start of its end tag. In a script, a script tag inside of what looks like a
     * comment hides the next end tag (HTML §13.2.5.15 to 31).
     */
    private int endOfText(int nameFrom, int nameTo, int begin, boolean isScript) {
        int i = begin;
        boolean escaped = false;
        boolean doubleEscaped = false;
        // The next "-->" if it is at or after i; else it has yet to be searched for.
        int arrow = begin;
        while (true) {
            int bracket = find(i, '<');
            if (escaped) {
                if (arrow < i) {
                    arrow = arrow(i);
                }
                if (arrow < bracket) {
                    i = arrow + 1;
                    escaped = false;
                    doubleEscaped = false;
                    continue;
                }
            }
            if (bracket == end) {
                return end;
            }
            i = bracket + 1;
            if (!escaped) {
                if (isEndTag(nameFrom, nameTo, bracket)) {
                    return bracket;
                }
                if (isScript && Bytes.startsWith(text, bracket, end, "<!--")) {
                    escaped = true;
                    // The two hyphens may be part of "-->" as well.
                    i = bracket + 4;
                    arrow = arrow(i);
                }
            } else if (doubleEscaped) {
                doubleEscaped = !isEndTag(nameFrom, nameTo, bracket);
            } else if (isEndTag(nameFrom, nameTo, bracket)) {
                return bracket;
            } else {
                doubleEscaped = isName(nameFrom, nameTo, bracket + 1);
            }
        }
    }

    /** Returns the first {@code >} after two hyphens, which may precede the offset; the end if there is none. */
    private int arrow(int begin) {
        int i = begin;
        while (true) {
            i = find(i, '>');
            if (i == end || (text[i - 1] == '-' && text[i - 2] == '-')) {
                return i;
            }
            i++;
        }
    }

    /** Returns the end of text that may contain comments and CDATA sections, but no elements. */
    private int endOfXmlText(int nameFrom, int nameTo, int begin) {
        int i = begin;
        while (true) {
            i = find(i, '<');
            if (i == end || isEndTag(nameFrom, nameTo, i)) {
                return i;
            }
            if (i + 1 < end && text[i + 1] == '!') {
                i = declaration(i);
            } else if (i + 1 < end && (text[i + 1] == '/' || Bytes.isLetter(text[i + 1]))) {
                return i;
            } else {
                i++;
            }
        }
    }

    /** The kinds of markup that start with {@code <!} or {@code <?}, which end differently. */
    private enum Declaration {
        COMMENT,
        CDATA,
        INSTRUCTION,
        /** A doctype, or a bogus comment, which ends with the next {@code >}. */
        OTHER
    }

    /** Skips a comment, a doctype, a CDATA section (HTML §13.2.5.42 to 71) or a processing instruction; returns its end. */
    private int declaration(int offset) {
        int begin = offset + 2;
        Declaration kind = declarationAt(offset);
        int content = kind == Declaration.COMMENT ? begin + 2 : kind == Declaration.CDATA ? begin + 7 : begin;
        int close = content - 1;
        do {
            close = find(close + 1, '>');
        } while (close < end && !ends(kind, content, close));
        if (kind == Declaration.INSTRUCTION && tag.offset() < 0 && close < end) {
            finder.findInInstruction(text, begin, close - 1, offset);
        }
        if (kind == Declaration.OTHER && xml) {
            int subset = Bytes.find(text, begin, close, '[');
            if (subset < close) {
                close = Bytes.find(text, find(subset, ']'), end, '>');
            }
        }
        return close;
    }

    private Declaration declarationAt(int offset) {
        int begin = offset + 2;
        if (text[offset + 1] == '?') {
            return xml ? Declaration.INSTRUCTION : Declaration.OTHER;
        }
        if (begin + 2 <= end && text[begin] == '-' && text[begin + 1] == '-') {
            return Declaration.COMMENT;
        }
        boolean isCdata = begin + 7 <= end
                && text[begin] == '['
                && text[begin + 1] == 'C'
                && text[begin + 2] == 'D'
                && text[begin + 3] == 'A'
                && text[begin + 4] == 'T'
                && text[begin + 5] == 'A'
                && text[begin + 6] == '[';
        return isCdata && (xml || foreign.isForeign()) ? Declaration.CDATA : Declaration.OTHER;
    }

    /** Returns whether a {@code >} ends a declaration whose content starts at an offset. */
    private boolean ends(Declaration kind, int content, int close) {
        return switch (kind) {
            // In "<!-->" and "<!--->" the hyphens may be those of the start.
            case COMMENT ->
                text[close - 1] == '-' && text[close - 2] == '-'
                        || !xml
                                && close - 3 >= content
                                && text[close - 1] == '!'
                                && text[close - 2] == '-'
                                && text[close - 3] == '-';
            case CDATA -> text[close - 1] == ']' && text[close - 2] == ']' && close - 2 >= content;
            case INSTRUCTION -> text[close - 1] == '?';
            case OTHER -> true;
        };
    }
}
