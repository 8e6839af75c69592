// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.attribute;

import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/** The places where links are looked for: the standard ones, plus and minus what the user says. Immutable. */
public final class LinkAttributes {

    /** The places that count when the user says nothing. */
    public static final LinkAttributes STANDARD = of(List.of(), List.of());

    /** A style sheet of its own. */
    public static final LinkAttribute CSS = new LinkAttribute("css", null, LinkKind.LINK);

    /** The text of a {@code style} element. */
    public static final LinkAttribute STYLE_TEXT = new LinkAttribute("style", null, LinkKind.LINK);

    /** A processing instruction of XML. */
    public static final LinkAttribute STYLESHEET_INSTRUCTION =
            new LinkAttribute("xml-stylesheet", "href", LinkKind.LINK);

    /** The SVG elements that draw another element. */
    private static final Set<String> SAME_TREE =
            Set.of("use", "image", "feImage", "linearGradient", "radialGradient", "textPath");

    public static final LinkAttribute REFRESH = new LinkAttribute("meta", "content", LinkKind.REFRESH);
    public static final LinkAttribute REFRESH_AT_ONCE = new LinkAttribute("meta", "content", LinkKind.REFRESH_AT_ONCE);

    /** The numbers of the attributes that are looked at. */
    public final NameTable attributes;

    /** How many numbers of attributes there are. */
    public final int attributeCount;

    /** The numbers of the elements about which something is known. */
    public final NameTable elements;

    private final ElementInfo[] html;
    private final ElementInfo[] svg;
    private final ElementInfo unknown;
    private final List<String> excludeSelectors;

    private LinkAttributes(LinkAttributesBuilder table, List<String> excludeSelectors) {
        List<String> attributeNames = table.attributeNames();
        Map<String, Integer> numbers = LinkAttributesBuilder.numbered(attributeNames);
        List<String> elementNames = table.elementNames();
        this.attributes = new NameTable(attributeNames);
        this.attributeCount = attributeNames.size();
        this.elements = new NameTable(elementNames);
        this.html = new ElementInfo[elementNames.size()];
        this.svg = new ElementInfo[elementNames.size()];
        for (int i = 0; i < html.length; i++) {
            html[i] = table.html(elementNames.get(i), numbers);
            svg[i] = table.svg(elementNames.get(i), numbers);
        }
        this.unknown = table.unknown(numbers);
        this.excludeSelectors = List.copyOf(excludeSelectors);
    }

    /**
     * Reads the user's changes.
     *
     * @param attributes items such as {@code img@data-src}, or {@code !form@action} to look there no longer; {@code *} stands for
     *     every element; the value of an attribute whose name ends in {@code srcset} is read as one
     * @param excludeSelectors CSS selectors; links inside matching elements are muted (such pages are read as a tree)
     * @throws IllegalArgumentException when an item is neither; the message names the element, the item, what is allowed and an example
     */
    public static LinkAttributes of(List<String> attributes, List<String> excludeSelectors) {
        LinkAttributesBuilder table = LinkAttributesBuilder.standard();
        for (String item : attributes) {
            table.change(item);
        }
        for (String selector : excludeSelectors) {
            try {
                QueryParser.parse(selector);
            } catch (Selector.SelectorParseException | IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "excludeSelectors: \"" + selector + "\" is not a CSS selector (" + e.getMessage()
                                + "). Write one such as nav.sidebar, #footer or div[data-draft].",
                        e);
            }
        }
        return new LinkAttributes(table, excludeSelectors);
    }

    /** Whether a reference to an {@code id} there means an element of the tree it stands in, as those of SVG do that are no links to follow (SVG 2 §16.1.5). */
    public static boolean isOfSameTree(LinkAttribute linkAttribute) {
        String attribute = linkAttribute.attribute();
        return attribute != null
                && (attribute.equals("xlink:href") || attribute.equals("href"))
                && SAME_TREE.contains(linkAttribute.element());
    }

    /** No places at all: of a page only its anchors are told. */
    public static LinkAttributes none() {
        return new LinkAttributes(new LinkAttributesBuilder(), List.of());
    }

    /** CSS selectors of what is muted, valid, in the user's order. */
    public List<String> excludeSelectors() {
        return excludeSelectors;
    }

    /** What is known of an HTML element by its number, which may be {@link NameTable#NONE}. */
    public ElementInfo html(int element) {
        return element == NameTable.NONE ? unknown : html[element];
    }

    /** What is known of an SVG or MathML element by its number, which may be {@link NameTable#NONE}. */
    public ElementInfo svg(int element) {
        return element == NameTable.NONE ? unknown : svg[element];
    }
}
