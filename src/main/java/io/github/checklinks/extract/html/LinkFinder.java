// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import static io.github.checklinks.extract.attribute.AttributeNumber.AS;
import static io.github.checklinks.extract.attribute.AttributeNumber.CHARSET;
import static io.github.checklinks.extract.attribute.AttributeNumber.FORM;
import static io.github.checklinks.extract.attribute.AttributeNumber.FORMMETHOD;
import static io.github.checklinks.extract.attribute.AttributeNumber.HREF;
import static io.github.checklinks.extract.attribute.AttributeNumber.HTTP_EQUIV;
import static io.github.checklinks.extract.attribute.AttributeNumber.ID;
import static io.github.checklinks.extract.attribute.AttributeNumber.METHOD;
import static io.github.checklinks.extract.attribute.AttributeNumber.NAME;
import static io.github.checklinks.extract.attribute.AttributeNumber.PROPERTY;
import static io.github.checklinks.extract.attribute.AttributeNumber.REL;
import static io.github.checklinks.extract.attribute.AttributeNumber.SHADOWROOTMODE;
import static io.github.checklinks.extract.attribute.AttributeNumber.TYPE;

import io.github.checklinks.extract.Bytes;
import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkKind;
import io.github.checklinks.extract.LinkSink;
import io.github.checklinks.extract.attribute.AttributeRule;
import io.github.checklinks.extract.attribute.ElementInfo;
import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.extract.attribute.NameTable;
import io.github.checklinks.extract.attribute.ValueSyntax;
import io.github.checklinks.extract.css.CssExtractor;
import io.github.checklinks.extract.xml.StylesheetInstruction;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A finder of the links and anchors of start tags, which it reports to a sink. */
final class LinkFinder {

    /** The properties and names of {@code meta} elements that have a URL; {@link #namesUrl} depends on their second letters. */
    private static final NameTable URL_METAS = new NameTable(List.of(
            "og:url",
            "og:image",
            "og:image:url",
            "og:image:secure_url",
            "og:video",
            "og:video:url",
            "og:video:secure_url",
            "og:audio",
            "og:audio:url",
            "og:audio:secure_url",
            "twitter:image",
            "twitter:image:src"));

    /** The link types that only open an early connection; {@link #isEarlyConnection} depends on their first letters. */
    private static final NameTable EARLY_CONNECTIONS = new NameTable(List.of("preconnect", "dns-prefetch"));

    private static final NameTable PRELOAD = new NameTable(List.of("preload"));

    private static final String REFRESH = "refresh";
    private static final String CONTENT_TYPE = "content-type";
    private static final String UTF8_TYPE = "text/html; charset=utf-8";
    private static final String UTF8_TYPE_WITHOUT_SPACE = "text/html;charset=utf-8";

    /** The pragma directive of a {@code meta} element with {@code http-equiv} (HTML §4.2.5.3), as far as it affects links. */
    private enum Pragma {
        REFRESH,
        CONTENT_TYPE,
        OTHER
    }

    /** The kind of tree that contains the current element. */
    enum Tree {
        DOCUMENT,
        SHADOW,
        /** A tree that is not rendered. */
        INERT
    }

    /** The method of a form. */
    private enum Method {
        GET,
        POST,
        DIALOG
    }

    private static final Method[] METHODS = Method.values();

    private final StartTag tag;
    private final WildcardAttributes wildcards = new WildcardAttributes();
    private final Srcset srcset = new Srcset();
    private final MetaRefresh metaRefresh = new MetaRefresh();
    private final CssExtractor css = new CssExtractor();
    private final NestedDocuments nested;

    private LinkSink sink = LinkSink.NONE;
    /** The sink of the document tree. */
    private LinkSink page = LinkSink.NONE;

    private int noBaseBefore;
    private Method formMethod = Method.GET;
    private boolean formOpen;
    private boolean baseSeen;
    private boolean declaresUtf8;
    private boolean declaresOther;
    private boolean foreign;

    LinkFinder(StartTag tag, NestedDocuments nested) {
        this.tag = tag;
        this.nested = nested;
    }

    /** Starts a page. */
    void start(LinkSink receiver) {
        sink = receiver;
        page = receiver;
        noBaseBefore = 0;
        endForm();
        baseSeen = false;
        declaresUtf8 = false;
        declaresOther = false;
    }

    /** Returns whether the page declares UTF-8, in the usual spellings, and no other charset. */
    boolean declaresUtf8() {
        return declaresUtf8 && !declaresOther;
    }

    boolean isInForm() {
        return formOpen;
    }

    /** Closes the current form. */
    void endForm() {
        formOpen = false;
        formMethod = Method.GET;
    }

    /** Returns the state of the current form as a number, for {@link #form(int)}. */
    int form() {
        return formOpen ? 1 + formMethod.ordinal() : 0;
    }

    /** Restores the state of a form. */
    void form(int number) {
        formOpen = number > 0;
        formMethod = number > 0 ? METHODS[number - 1] : Method.GET;
    }

    /** Switches to another tree. */
    void enter(Tree tree) {
        sink = switch (tree) {
            case DOCUMENT -> page;
            case SHADOW -> new ShadowSink(page);
            case INERT -> LinkSink.NONE;
        };
    }

    /** Ignores {@code base} elements before an offset: with scripting enabled, the content of {@code noscript} is text (HTML §4.12.2). */
    void noBaseBefore(int offset) {
        noBaseBefore = offset;
    }

    /** Returns whether the start tag, which is that of a template, declares a shadow root (HTML §4.12.3). */
    boolean declaresShadowRoot() {
        return tag.is(SHADOWROOTMODE, "open") || tag.is(SHADOWROOTMODE, "closed");
    }

    /** Reports the links, anchors, maps and base of the start tag. */
    void find(ElementInfo known, boolean inForeignContent, boolean muted) {
        foreign = inForeignContent;
        if (known.role() == ElementInfo.Role.FORM) {
            if (formOpen) {
                // HTML §13.2.6.4.7: a form in a form is ignored.
                return;
            }
            formOpen = true;
            formMethod = method(METHOD, Method.GET);
        }
        if (known.role() == ElementInfo.Role.TEMPLATE && declaresShadowRoot()) {
            // No element is inserted for it.
            return;
        }
        int count = tag.count();
        for (int slot = 0; slot < count; slot++) {
            int number = tag.number(slot);
            // The id of any element, or the name of an a.
            if (number == ID || number == NAME && known.role() == ElementInfo.Role.A) {
                tag.load(number);
                if (tag.valueFrom() < tag.valueTo()) {
                    sink.anchor(tag.value(), tag.valueFrom(), tag.valueTo());
                }
            }
            if (known.role() == ElementInfo.Role.MAP) {
                map(number);
            } else if (known.role() == ElementInfo.Role.BASE) {
                base(number);
            } else if (known.role() == ElementInfo.Role.META) {
                meta(number);
            }
            AttributeRule attributeRule = known.rule(number);
            if (attributeRule != null) {
                LinkAttribute linkAttribute = attributeRule.linkAttribute();
                if (attributeRule.valueSyntax() == ValueSyntax.URL && linkAttribute != null) {
                    tag.load(number);
                    sink.link(linkAttribute, muted, tag.value(), tag.valueFrom(), tag.valueTo(), tag.offset());
                } else {
                    special(attributeRule, number, muted);
                }
            }
        }
    }

    /** Reports the names of a map: its {@code id} as well as its {@code name} (HTML §2.3.9). */
    private void map(int number) {
        if (number == ID || number == NAME) {
            tag.load(number);
            if (tag.valueFrom() < tag.valueTo()) {
                sink.map(tag.value(), tag.valueFrom(), tag.valueTo());
            }
        }
    }

    private void base(int number) {
        if (number == HREF && !baseSeen && sink.equals(page) && tag.offset() >= noBaseBefore) {
            baseSeen = true;
            tag.load(HREF);
            sink.base(tag.value(), tag.valueFrom(), tag.valueTo());
        }
    }

    /** Handles the charset of a {@code meta} element. A method of its own: on many sites no page declares its charset this way. */
    private void meta(int number) {
        if (number == CHARSET) {
            tag.load(CHARSET);
            onCharset(Bytes.is(tag.value(), tag.valueFrom(), tag.valueTo(), "utf-8"));
        }
    }

    /**
     * Handles attribute values that are not plain URLs (srcset, style, form actions and others). Deliberately above HotSpot's inlining
     * limit, so that it is not inlined into {@link #find}.
     */
    private void special(AttributeRule attributeRule, int number, boolean muted) {
        LinkAttribute linkAttribute = null;
        switch (attributeRule.valueSyntax()) {
            case URL, USEMAP -> linkAttribute = linkAttribute(attributeRule);
            case LINK_HREF -> linkAttribute = isEarlyConnection() ? other(attributeRule) : linkAttribute(attributeRule);
            case XLINK_HREF -> linkAttribute = tag.has(HREF) ? null : linkAttribute(attributeRule);
            case INPUT_SRC -> linkAttribute = tag.is(TYPE, "image") ? linkAttribute(attributeRule) : null;
            case ACTION -> linkAttribute = form(attributeRule, formMethod);
            case FORM_ACTION -> {
                // The method of a form elsewhere on the page is unknown; it might be POST.
                Method ofForm = tag.has(FORM) ? Method.POST : formMethod;
                linkAttribute = form(attributeRule, method(FORMMETHOD, ofForm));
            }
            case META_CONTENT -> {
                Pragma pragma = pragma();
                if (pragma == Pragma.REFRESH) {
                    tag.load(number);
                    if (metaRefresh.read(tag.value(), tag.valueFrom(), tag.valueTo())) {
                        LinkAttribute ofRefresh =
                                metaRefresh.isAtOnce() ? LinkAttributes.REFRESH_AT_ONCE : LinkAttributes.REFRESH;
                        sink.link(ofRefresh, muted, tag.value(), metaRefresh.from(), metaRefresh.to(), tag.offset());
                    }
                } else if (namesUrl(PROPERTY) || namesUrl(NAME)) {
                    linkAttribute = linkAttribute(attributeRule);
                } else if (pragma == Pragma.CONTENT_TYPE) {
                    tag.load(number);
                    onContentType(tag.value(), tag.valueFrom(), tag.valueTo());
                }
            }
            case SRCSET -> candidates(attributeRule, number, muted);
            case PRELOADED_SRCSET -> {
                if (tag.hasToken(REL, PRELOAD) && tag.is(AS, "image")) {
                    candidates(attributeRule, number, muted);
                }
            }
            case STYLE -> {
                tag.load(number);
                if (holdsParenthesis(tag.value(), tag.valueFrom(), tag.valueTo())) {
                    css.read(
                            tag.value(),
                            tag.valueFrom(),
                            tag.valueTo(),
                            linkAttribute(attributeRule),
                            muted,
                            tag.offset(),
                            sink);
                }
            }
            case SRCDOC -> {
                tag.load(number);
                nested.read(tag.value(), tag.valueFrom(), tag.valueTo(), tag.offset(), muted, sink);
            }
        }
        if (linkAttribute != null) {
            tag.load(number);
            sink.link(linkAttribute, muted, tag.value(), tag.valueFrom(), tag.valueTo(), tag.offset());
        }
    }

    /** Reports the links in the text of a {@code style} element, unless its type is not that of a style sheet (HTML §4.2.6). */
    void findInStyle(byte[] text, int from, int to, boolean muted) {
        if (tag.has(TYPE) && !tag.is(TYPE, "") && !tag.is(TYPE, "text/css")) {
            return;
        }
        css.read(text, from, to, LinkAttributes.STYLE_TEXT, muted, tag.offset(), sink);
    }

    /**
     * Reports the style sheet of a processing instruction before the root element (Associating Style Sheets with XML documents §2); a
     * reference to an element of the document is no link.
     *
     * @param from the offset after {@code <?}
     */
    void findInInstruction(byte[] text, int from, int to, int offset) {
        byte[] href = StylesheetInstruction.href(text, from, to);
        if (href.length > 0 && href[0] != '#') {
            sink.link(LinkAttributes.STYLESHEET_INSTRUCTION, false, href, 0, href.length, offset);
        }
    }

    private @Nullable LinkAttribute form(AttributeRule attributeRule, Method method) {
        return method == Method.DIALOG
                ? null
                : method == Method.POST ? other(attributeRule) : linkAttribute(attributeRule);
    }

    /**
     * Returns the method in an attribute (HTML §4.10.18.6): an unknown value is GET.
     *
     * @param missing the method if the tag does not have the attribute
     */
    private Method method(int number, Method missing) {
        if (!tag.has(number)) {
            return missing;
        }
        return tag.is(number, "post") ? Method.POST : tag.is(number, "dialog") ? Method.DIALOG : Method.GET;
    }

    /** Returns whether a link only opens an early connection. The first letter alone rules out nearly all others. */
    private boolean isEarlyConnection() {
        if (!tag.has(REL)) {
            return false;
        }
        tag.load(REL);
        if (tag.valueFrom() == tag.valueTo()) {
            return false;
        }
        int first = Bytes.toLower(tag.value()[tag.valueFrom()]);
        return (first == 'p' || first == 'd' || Bytes.isSpace(first)) && tag.hasOnlyTokens(REL, EARLY_CONNECTIONS);
    }

    /** Returns the pragma directive of a {@code meta} element. */
    private Pragma pragma() {
        if (!tag.has(HTTP_EQUIV)) {
            return Pragma.OTHER;
        }
        tag.load(HTTP_EQUIV);
        boolean isShort = tag.valueTo() - tag.valueFrom() == REFRESH.length();
        if (!Bytes.is(tag.value(), tag.valueFrom(), tag.valueTo(), isShort ? REFRESH : CONTENT_TYPE)) {
            return Pragma.OTHER;
        }
        return isShort ? Pragma.REFRESH : Pragma.CONTENT_TYPE;
    }

    /** Returns whether an attribute names a property that has a URL. The second letter alone rules out nearly all others. */
    private boolean namesUrl(int number) {
        if (!tag.has(number)) {
            return false;
        }
        tag.load(number);
        int at = tag.valueFrom() + 1;
        if (at >= tag.valueTo()) {
            return false;
        }
        int second = Bytes.toLower(tag.value()[at]);
        return (second == 'g' || second == 'w')
                && URL_METAS.find(tag.value(), tag.valueFrom(), tag.valueTo()) != NameTable.NONE;
    }

    /** Returns whether declarations contain a parenthesis. Most do not, and without one they have no links. */
    private static boolean holdsParenthesis(byte[] declarations, int from, int to) {
        int at = from;
        while (at < to && declarations[at] != '(') {
            at++;
        }
        return at < to;
    }

    /** Handles a content type, which counts as a declaration of UTF-8 only in the usual spellings. */
    private void onContentType(byte[] text, int from, int to) {
        onCharset(Bytes.is(text, from, to, to - from == UTF8_TYPE.length() ? UTF8_TYPE : UTF8_TYPE_WITHOUT_SPACE));
    }

    private void onCharset(boolean isUtf8) {
        declaresUtf8 |= isUtf8;
        declaresOther |= !isUtf8;
    }

    private void candidates(AttributeRule attributeRule, int number, boolean muted) {
        tag.load(number);
        srcset.start(tag.value(), tag.valueFrom(), tag.valueTo());
        if (!srcset.next()) {
            LinkAttribute linkAttribute = linkAttribute(attributeRule);
            LinkAttribute nothing = linkAttribute.loadsNothingWhenEmpty()
                    ? new LinkAttribute(linkAttribute.element(), linkAttribute.attribute(), LinkKind.NOTHING)
                    : linkAttribute;
            sink.link(nothing, muted, tag.value(), tag.valueFrom(), tag.valueTo(), tag.offset());
            return;
        }
        do {
            sink.link(linkAttribute(attributeRule), muted, tag.value(), srcset.from(), srcset.to(), tag.offset());
        } while (srcset.next());
    }

    private LinkAttribute linkAttribute(AttributeRule attributeRule) {
        @Nullable LinkAttribute linkAttribute = attributeRule.linkAttribute();
        return linkAttribute != null ? linkAttribute : wildcards.get(tag, attributeRule, foreign);
    }

    private static LinkAttribute other(AttributeRule attributeRule) {
        return Objects.requireNonNull(attributeRule.other());
    }
}
