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

/** Says which links and anchors a start tag holds. */
final class LinkFinder {

    /** The properties and names of {@code meta} elements that carry a URL; {@link #namesUrl} knows their second letters. */
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

    /** The kinds of links that ask for nothing but an early connection; {@link #isEarlyConnection} knows their first letters. */
    private static final NameTable EARLY_CONNECTIONS = new NameTable(List.of("preconnect", "dns-prefetch"));

    private static final NameTable PRELOAD = new NameTable(List.of("preload"));

    private static final String REFRESH = "refresh";
    private static final String CONTENT_TYPE = "content-type";
    private static final String USUAL_TYPE = "text/html; charset=utf-8";
    private static final String USUAL_TYPE_WITHOUT_SPACE = "text/html;charset=utf-8";

    /** What a {@code meta} element with {@code http-equiv} is about (HTML §4.2.5.3), as far as it matters here. */
    private enum Pragma {
        REFRESH,
        CONTENT_TYPE,
        OTHER
    }

    /** In what tree the elements are that are found. */
    enum Tree {
        DOCUMENT,
        SHADOW,
        /** One that is not rendered. */
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
    /** Listens to what is in the document itself. */
    private LinkSink page = LinkSink.NONE;

    private int noBaseBefore;
    private Method formMethod = Method.GET;
    private boolean formOpen;
    private boolean baseSeen;
    private boolean saysUtf8;
    private boolean saysOtherwise;
    private boolean foreign;

    LinkFinder(StartTag tag, NestedDocuments nested) {
        this.tag = tag;
        this.nested = nested;
    }

    /** Begins with another page. */
    void start(LinkSink listener) {
        sink = listener;
        page = listener;
        noBaseBefore = 0;
        endForm();
        baseSeen = false;
        saysUtf8 = false;
        saysOtherwise = false;
    }

    /** Whether the page says that it is in UTF-8, in the usual spellings, and says nothing else. */
    boolean saysUtf8() {
        return saysUtf8 && !saysOtherwise;
    }

    boolean isInForm() {
        return formOpen;
    }

    /** A form ends. */
    void endForm() {
        formOpen = false;
        formMethod = Method.GET;
    }

    /** What is known of the form around, as a number. */
    int form() {
        return formOpen ? 1 + formMethod.ordinal() : 0;
    }

    /** Goes back to the form that a number stands for. */
    void form(int number) {
        formOpen = number > 0;
        formMethod = number > 0 ? METHODS[number - 1] : Method.GET;
    }

    /** What comes now stands in such a tree. */
    void enter(Tree tree) {
        sink = switch (tree) {
            case DOCUMENT -> page;
            case SHADOW -> new ShadowSink(page);
            case INERT -> LinkSink.NONE;
        };
    }

    /** Up to this offset no {@code base} counts: with scripts, the content of {@code noscript} is text (HTML §4.12.2). */
    void noBaseBefore(int offset) {
        noBaseBefore = offset;
    }

    /** Whether the start tag, that of a template, asks for a shadow root in place of it (HTML §4.12.3). */
    boolean declaresShadowRoot() {
        return tag.is(SHADOWROOTMODE, "open") || tag.is(SHADOWROOTMODE, "closed");
    }

    /** Tells what the start tag holds. */
    void find(ElementInfo known, boolean inForeignContent, boolean muted) {
        foreign = inForeignContent;
        if (known.role() == ElementInfo.Role.FORM) {
            if (formOpen) {
                // HTML §13.2.6.4.7: a form in a form is none.
                return;
            }
            formOpen = true;
            formMethod = method(METHOD, Method.GET);
        }
        if (known.role() == ElementInfo.Role.TEMPLATE && declaresShadowRoot()) {
            // No such element is inserted.
            return;
        }
        int count = tag.count();
        for (int slot = 0; slot < count; slot++) {
            int number = tag.number(slot);
            // The value of an id, of whatever element, or of a name.
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
            AttributeRule attributeRule = known.spot(number);
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

    /** HTML §2.3.9: a map goes by its {@code id} as well as by its {@code name}. */
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

    /** What a {@code meta} element says in an attribute that is no link's. By itself: many sites have no page that says its charset there. */
    private void meta(int number) {
        if (number == CHARSET) {
            tag.load(CHARSET);
            hearCharset(Bytes.is(tag.value(), tag.valueFrom(), tag.valueTo(), "utf-8"));
        }
    }

    /** What is not simply a URL. One large method on purpose, as what the compiler would copy into {@link #find} otherwise. */
    private void special(AttributeRule attributeRule, int number, boolean muted) {
        LinkAttribute linkAttribute = null;
        switch (attributeRule.valueSyntax()) {
            case URL, USEMAP -> linkAttribute = place(attributeRule);
            case LINK_HREF -> linkAttribute = isEarlyConnection() ? other(attributeRule) : place(attributeRule);
            case XLINK_HREF -> linkAttribute = tag.has(HREF) ? null : place(attributeRule);
            case INPUT_SRC -> linkAttribute = tag.is(TYPE, "image") ? place(attributeRule) : null;
            case ACTION -> linkAttribute = form(attributeRule, formMethod);
            case FORM_ACTION -> {
                // The method of a form elsewhere on the page is not known; it might be POST.
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
                    linkAttribute = place(attributeRule);
                } else if (pragma == Pragma.CONTENT_TYPE) {
                    tag.load(number);
                    hearType(tag.value(), tag.valueFrom(), tag.valueTo());
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
                            place(attributeRule),
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

    /** Finds the links in the text of a {@code style} element, unless its type says that it is no style sheet (HTML §4.2.6). */
    void findInStyle(byte[] text, int from, int to, boolean muted) {
        if (tag.has(TYPE) && !tag.is(TYPE, "") && !tag.is(TYPE, "text/css")) {
            return;
        }
        css.read(text, from, to, LinkAttributes.STYLE_TEXT, muted, tag.offset(), sink);
    }

    /**
     * Finds the style sheet that a processing instruction ahead of the root names (Associating Style Sheets with XML documents §2); one that
     * is an element of the document is no link.
     *
     * @param from behind the {@code <?}
     */
    void findInInstruction(byte[] text, int from, int to, int offset) {
        byte[] href = StylesheetInstruction.href(text, from, to);
        if (href.length > 0 && href[0] != '#') {
            sink.link(LinkAttributes.STYLESHEET_INSTRUCTION, false, href, 0, href.length, offset);
        }
    }

    private @Nullable LinkAttribute form(AttributeRule attributeRule, Method method) {
        return method == Method.DIALOG ? null : method == Method.POST ? other(attributeRule) : place(attributeRule);
    }

    /** HTML §4.10.18.6: an unknown method is GET, a missing one what the form says. */
    private Method method(int number, Method missing) {
        if (!tag.has(number)) {
            return missing;
        }
        return tag.is(number, "post") ? Method.POST : tag.is(number, "dialog") ? Method.DIALOG : Method.GET;
    }

    /** Whether a link asks for nothing but an early connection. The first letter alone says no to nearly all. */
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

    /** What a {@code meta} element stands in for a header of. */
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

    /** Whether an attribute names something that is a URL. The second letter alone says no to nearly all. */
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

    /** Most declarations name no resource, and those that do hold a parenthesis. */
    private static boolean holdsParenthesis(byte[] declarations, int from, int to) {
        int at = from;
        while (at < to && declarations[at] != '(') {
            at++;
        }
        return at < to;
    }

    /** Hears a type, which says nothing for certain unless it is spelt as usual. */
    private void hearType(byte[] text, int from, int to) {
        hearCharset(Bytes.is(text, from, to, to - from == USUAL_TYPE.length() ? USUAL_TYPE : USUAL_TYPE_WITHOUT_SPACE));
    }

    private void hearCharset(boolean isUtf8) {
        saysUtf8 |= isUtf8;
        saysOtherwise |= !isUtf8;
    }

    private void candidates(AttributeRule attributeRule, int number, boolean muted) {
        tag.load(number);
        srcset.start(tag.value(), tag.valueFrom(), tag.valueTo());
        if (!srcset.next()) {
            LinkAttribute linkAttribute = place(attributeRule);
            LinkAttribute nothing = linkAttribute.loadsNothingWhenEmpty()
                    ? new LinkAttribute(linkAttribute.element(), linkAttribute.attribute(), LinkKind.NOTHING)
                    : linkAttribute;
            sink.link(nothing, muted, tag.value(), tag.valueFrom(), tag.valueTo(), tag.offset());
            return;
        }
        do {
            sink.link(place(attributeRule), muted, tag.value(), srcset.from(), srcset.to(), tag.offset());
        } while (srcset.next());
    }

    private LinkAttribute place(AttributeRule attributeRule) {
        @Nullable LinkAttribute linkAttribute = attributeRule.linkAttribute();
        return linkAttribute != null ? linkAttribute : wildcards.place(tag, attributeRule, foreign);
    }

    private static LinkAttribute other(AttributeRule attributeRule) {
        return Objects.requireNonNull(attributeRule.other());
    }
}
