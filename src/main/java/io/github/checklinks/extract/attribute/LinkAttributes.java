// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.attribute;

import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/** The attributes that are searched for links: the standard ones with the changes of the user. Immutable. */
public final class LinkAttributes {

    /** The attributes of HTML that hold links, as {@code element@attribute}. */
    static final String STANDARD_HTML = """
            a@href area@href link@href link@imagesrcset img@src img@srcset source@src source@srcset script@src \
            iframe@src iframe@srcdoc frame@src audio@src video@src video@poster track@src embed@src object@data \
            input@src meta@content blockquote@cite q@cite ins@cite del@cite form@action button@formaction \
            input@formaction img@usemap input@usemap object@usemap *@style""";

    /** The attributes of SVG that hold links, as {@code element@attribute}. */
    static final String STANDARD_SVG = """
            a@href a@xlink:href image@href image@xlink:href use@href use@xlink:href feImage@href feImage@xlink:href \
            linearGradient@href linearGradient@xlink:href radialGradient@href radialGradient@xlink:href \
            textPath@href textPath@xlink:href script@href script@xlink:href *@style""";

    /** The link attributes without changes of the user. */
    public static final LinkAttributes STANDARD = of(List.of(), List.of());

    /** A style sheet that is a document. */
    public static final LinkAttribute CSS = new LinkAttribute("css", null, LinkKind.LINK);

    /** The text of a {@code style} element. */
    public static final LinkAttribute STYLE_TEXT = new LinkAttribute("style", null, LinkKind.LINK);

    /** The {@code xml-stylesheet} processing instruction of XML. */
    public static final LinkAttribute STYLESHEET_INSTRUCTION =
            new LinkAttribute("xml-stylesheet", "href", LinkKind.LINK);

    /** The SVG elements that render or reuse the element they refer to. */
    private static final Set<String> SAME_TREE =
            Set.of("use", "image", "feImage", "linearGradient", "radialGradient", "textPath");

    public static final LinkAttribute REFRESH = new LinkAttribute("meta", "content", LinkKind.REFRESH);
    public static final LinkAttribute REFRESH_AT_ONCE = new LinkAttribute("meta", "content", LinkKind.REFRESH_AT_ONCE);

    /** The numbers of the attributes that the extractors need. */
    public final NameTable attributes;

    /** The number of attribute numbers. */
    public final int attributeCount;

    /** The numbers of the elements that have an {@link ElementInfo} of their own. */
    public final NameTable elements;

    private final ElementInfo[] html;
    private final ElementInfo[] svg;
    private final ElementInfo unknown;
    private final List<String> excludeSelectors;

    private LinkAttributes(LinkAttributesBuilder builder, List<String> excludeSelectors) {
        List<String> attributeNames = builder.attributeNames();
        Map<String, Integer> numbers = LinkAttributesBuilder.numbered(attributeNames);
        List<String> elementNames = builder.elementNames();
        this.attributes = new NameTable(attributeNames);
        this.attributeCount = attributeNames.size();
        this.elements = new NameTable(elementNames);
        this.html = new ElementInfo[elementNames.size()];
        this.svg = new ElementInfo[elementNames.size()];
        for (int i = 0; i < html.length; i++) {
            html[i] = builder.html(elementNames.get(i), numbers);
            svg[i] = builder.svg(elementNames.get(i), numbers);
        }
        this.unknown = builder.unknown(numbers);
        this.excludeSelectors = List.copyOf(excludeSelectors);
    }

    /**
     * Returns the standard link attributes with the changes of the user.
     *
     * @param attributes items such as {@code img@data-src}, or {@code !form@action} to exclude one; {@code *} matches every element; the
     *     value of an attribute whose name ends in {@code srcset} is parsed as a {@code srcset}
     * @param excludeSelectors CSS selectors; links inside matching elements are suppressed (pages are then parsed to a tree)
     * @throws IllegalArgumentException if an item is invalid; the message names the parameter, the item, what is allowed and an example
     */
    public static LinkAttributes of(List<String> attributes, List<String> excludeSelectors) {
        LinkAttributesBuilder builder = LinkAttributesBuilder.standard();
        for (String item : attributes) {
            builder.change(item);
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
        return new LinkAttributes(builder, excludeSelectors);
    }

    /**
     * Returns whether a reference to an {@code id} in this attribute means an element of its own tree, as references in SVG do that are not
     * hyperlinks (SVG 2 §16.1.5).
     */
    public static boolean isOfSameTree(LinkAttribute linkAttribute) {
        String attribute = linkAttribute.attribute();
        return attribute != null
                && (attribute.equals("xlink:href") || attribute.equals("href"))
                && SAME_TREE.contains(linkAttribute.element());
    }

    /** Returns an empty set of link attributes: only the anchors of a page are reported. */
    public static LinkAttributes none() {
        return new LinkAttributes(new LinkAttributesBuilder(), List.of());
    }

    /** Returns the selectors of suppressed elements, all of them valid, in the order in which they were given. */
    public List<String> excludeSelectors() {
        return excludeSelectors;
    }

    /** Returns the description of an HTML element by its number, which may be {@link NameTable#NONE}. */
    public ElementInfo html(int element) {
        return element == NameTable.NONE ? unknown : html[element];
    }

    /** Returns the description of an SVG or MathML element by its number, which may be {@link NameTable#NONE}. */
    public ElementInfo svg(int element) {
        return element == NameTable.NONE ? unknown : svg[element];
    }
}
