// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import static io.github.checklinks.extract.AttributeNumber.AS;
import static io.github.checklinks.extract.AttributeNumber.CHARSET;
import static io.github.checklinks.extract.AttributeNumber.FORM;
import static io.github.checklinks.extract.AttributeNumber.FORMMETHOD;
import static io.github.checklinks.extract.AttributeNumber.HREF;
import static io.github.checklinks.extract.AttributeNumber.HTTP_EQUIV;
import static io.github.checklinks.extract.AttributeNumber.ID;
import static io.github.checklinks.extract.AttributeNumber.METHOD;
import static io.github.checklinks.extract.AttributeNumber.NAME;
import static io.github.checklinks.extract.AttributeNumber.PROPERTY;
import static io.github.checklinks.extract.AttributeNumber.REL;
import static io.github.checklinks.extract.AttributeNumber.TYPE;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says which links and anchors a start tag holds. */
final class LinkFinder {

    /** The properties and names of {@code meta} elements that carry a URL. */
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

    /** The attributes that say what a {@code meta} element is about. */
    private static final int[] NAMES_OF_META = {PROPERTY, NAME};

    /** The kinds of links that ask for nothing but an early connection. */
    private static final NameTable EARLY_CONNECTIONS = new NameTable(List.of("preconnect", "dns-prefetch"));

    private static final NameTable PRELOAD = new NameTable(List.of("preload"));

    /** The method of a form. */
    private enum Method {
        GET,
        POST,
        DIALOG
    }

    private final StartTag tag;
    private final WildcardPlaces wildcards = new WildcardPlaces();
    private final Srcset srcset = new Srcset();
    private final Refresh refresh = new Refresh();
    private final CssExtractor css = new CssExtractor();
    private final NestedDocuments nested;

    private LinkSink sink = NestedDocuments.NOTHING;
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

    /** Tells what the start tag holds. */
    void find(Tag known, boolean inForeignContent, boolean muted) {
        foreign = inForeignContent;
        if (known.role() == Tag.Role.FORM) {
            if (formOpen) {
                // HTML §13.2.6.4.7: a form in a form is none.
                return;
            }
            formOpen = true;
            formMethod = method(METHOD, Method.GET);
        }
        int count = tag.count();
        for (int slot = 0; slot < count; slot++) {
            int number = tag.number(slot);
            // The value of an id, of whatever element, or of a name.
            boolean isMap = number == NAME && known.role() == Tag.Role.MAP;
            if (number == ID || isMap || number == NAME && known.role() == Tag.Role.A) {
                tag.load(number);
                if (isMap && tag.valueFrom() < tag.valueTo()) {
                    sink.map(tag.value(), tag.valueFrom(), tag.valueTo());
                } else if (tag.valueFrom() < tag.valueTo()) {
                    sink.anchor(tag.value(), tag.valueFrom(), tag.valueTo());
                }
            } else if (number == HREF && known.role() == Tag.Role.BASE && !baseSeen) {
                baseSeen = true;
                tag.load(HREF);
                sink.base(tag.value(), tag.valueFrom(), tag.valueTo());
            } else if (number == CHARSET && known.role() == Tag.Role.META) {
                tag.load(CHARSET);
                hearCharset(Bytes.is(tag.value(), tag.valueFrom(), tag.valueTo(), "utf-8"));
            }
            Spot spot = known.spot(number);
            if (spot != null) {
                Place place = spot.place();
                if (spot.reading() == Reading.URL && place != null) {
                    tag.load(number);
                    sink.link(place, muted, tag.value(), tag.valueFrom(), tag.valueTo(), tag.offset());
                } else {
                    special(spot, number, muted);
                }
            }
        }
    }

    /** What is not simply a URL. One large method on purpose, as what the compiler would copy into {@link #find} otherwise. */
    private void special(Spot spot, int number, boolean muted) {
        Place place = null;
        switch (spot.reading()) {
            case URL, USEMAP -> place = place(spot);
            case LINK_HREF -> {
                // A link that asks for nothing but an early connection.
                boolean hint = tag.hasOnlyTokens(REL, EARLY_CONNECTIONS);
                place = hint ? other(spot) : place(spot);
            }
            case INPUT_SRC -> place = tag.is(TYPE, "image") ? place(spot) : null;
            case ACTION -> place = form(spot, formMethod);
            case FORM_ACTION -> {
                // The method of a form elsewhere on the page is not known; it might be POST.
                Method ofForm = tag.has(FORM) ? Method.POST : formMethod;
                place = form(spot, method(FORMMETHOD, ofForm));
            }
            case META_CONTENT -> {
                if (tag.is(HTTP_EQUIV, "refresh")) {
                    tag.load(number);
                    if (refresh.read(tag.value(), tag.valueFrom(), tag.valueTo())) {
                        Place ofRefresh = refresh.isAtOnce() ? Places.REFRESH_AT_ONCE : Places.REFRESH;
                        sink.link(ofRefresh, muted, tag.value(), refresh.from(), refresh.to(), tag.offset());
                    }
                } else if (isUrlMeta()) {
                    place = place(spot);
                } else if (tag.is(HTTP_EQUIV, "content-type")) {
                    tag.load(number);
                    hearType(tag.value(), tag.valueFrom(), tag.valueTo());
                }
            }
            case SRCSET -> candidates(spot, number, muted);
            case PRELOADED_SRCSET -> {
                if (tag.hasToken(REL, PRELOAD) && tag.is(AS, "image")) {
                    candidates(spot, number, muted);
                }
            }
            case STYLE -> {
                tag.load(number);
                // Most declarations name no resource, and those that do hold a parenthesis.
                if (Bytes.find(tag.value(), tag.valueFrom(), tag.valueTo(), '(') < tag.valueTo()) {
                    css.read(tag.value(), tag.valueFrom(), tag.valueTo(), place(spot), muted, tag.offset(), sink);
                }
            }
            case SRCDOC -> {
                tag.load(number);
                nested.read(tag.value(), tag.valueFrom(), tag.valueTo(), tag.offset(), muted, sink);
            }
        }
        if (place != null) {
            tag.load(number);
            sink.link(place, muted, tag.value(), tag.valueFrom(), tag.valueTo(), tag.offset());
        }
    }

    /** Tells the links of the text of a {@code style} element. */
    void findInStyle(byte[] text, int from, int to, boolean muted) {
        css.read(text, from, to, Places.STYLE_TEXT, muted, tag.offset(), sink);
    }

    private @Nullable Place form(Spot spot, Method method) {
        return method == Method.DIALOG ? null : method == Method.POST ? other(spot) : place(spot);
    }

    /** HTML §4.10.18.6: an unknown method is GET, a missing one what the form says. */
    private Method method(int number, Method missing) {
        if (!tag.has(number)) {
            return missing;
        }
        return tag.is(number, "post") ? Method.POST : tag.is(number, "dialog") ? Method.DIALOG : Method.GET;
    }

    private boolean isUrlMeta() {
        for (int number : NAMES_OF_META) {
            if (tag.has(number)) {
                tag.load(number);
                if (tag.valueFrom() < tag.valueTo()
                        && URL_METAS.find(tag.value(), tag.valueFrom(), tag.valueTo()) != NameTable.NONE) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Hears a type, which says nothing for certain unless it is spelt as usual. */
    private void hearType(byte[] text, int from, int to) {
        int charset = to - "charset=utf-8".length();
        int gap = charset - from - "text/html;".length();
        boolean usual = (gap == 0 || gap == 1) && Bytes.startsWith(text, from, to, "text/html;");
        hearCharset(usual && Bytes.is(text, charset, to, "charset=utf-8"));
    }

    private void hearCharset(boolean isUtf8) {
        saysUtf8 |= isUtf8;
        saysOtherwise |= !isUtf8;
    }

    private void candidates(Spot spot, int number, boolean muted) {
        tag.load(number);
        srcset.start(tag.value(), tag.valueFrom(), tag.valueTo());
        if (!srcset.next()) {
            sink.link(place(spot), muted, tag.value(), tag.valueFrom(), tag.valueFrom(), tag.offset());
            return;
        }
        do {
            sink.link(place(spot), muted, tag.value(), srcset.from(), srcset.to(), tag.offset());
        } while (srcset.next());
    }

    private Place place(Spot spot) {
        @Nullable Place place = spot.place();
        return place != null ? place : wildcards.place(tag, spot, foreign);
    }

    private static Place other(Spot spot) {
        return Objects.requireNonNull(spot.other());
    }
}
