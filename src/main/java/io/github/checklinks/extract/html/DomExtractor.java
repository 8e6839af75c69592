// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import io.github.checklinks.extract.Bytes;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.extract.LinkSink;
import io.github.checklinks.extract.attribute.ElementInfo;
import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.extract.attribute.NameTable;
import io.github.checklinks.extract.charset.Utf8Offsets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.ProcessingInstruction;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * An extractor that parses a page to a tree, which the selectors of suppressed elements need. Much slower than {@link HtmlScanner}. Both
 * report the same on well-formed pages; on others the tree omits what a browser would omit, such as a form inside a form.
 * Not thread-safe.
 */
public final class DomExtractor {

    /** The number of tags whose tree takes about 200 MB. */
    public static final int MAX_TAGS = 500_000;

    private static final Set<String> KNOWN_NAMESPACES =
            Set.of(Parser.NamespaceHtml, Parser.NamespaceSvg, Parser.NamespaceMathml);

    private static final String XLINK = "http://www.w3.org/1999/xlink";

    private final LinkAttributes linkAttributes;
    private final StartTag tag;
    private final LinkFinder finder;
    private final OpenTemplates templates;
    private byte[] values = new byte[1024];

    public DomExtractor(LinkAttributes linkAttributes) {
        this.linkAttributes = linkAttributes;
        this.tag = new StartTag(linkAttributes.attributeCount);
        this.finder = new LinkFinder(tag, new NestedDocuments(linkAttributes, 0));
        this.templates = new OpenTemplates(finder);
    }

    /**
     * Returns whether a document is small enough for a tree, which takes some hundred bytes per tag. A larger one is read without the
     * selectors, so that all of its links are checked.
     */
    public static boolean accepts(byte[] utf8, int length) {
        int tags = 0;
        for (int i = Bytes.find(utf8, 0, length, '<'); i < length; i = Bytes.find(utf8, i + 1, length, '<')) {
            if (i + 1 < length && Bytes.isLetter(utf8[i + 1]) && ++tags > MAX_TAGS) {
                return false;
            }
        }
        return true;
    }

    /** Reports the content of a document to a sink; does not call {@link LinkSink#start}. */
    public void scan(byte[] utf8, int length, DocumentType documentType, LinkSink sink) {
        String text = new String(utf8, 0, length, StandardCharsets.UTF_8);
        boolean xml = documentType != DocumentType.HTML;
        Parser parser = xml ? Parser.xmlParser() : Parser.htmlParser();
        Document document = parser.setTrackPosition(true).parseInput(text, "");
        finder.start(sink);
        templates.clear();
        tag.start(values);
        NodeTraversor.traverse(new Visitor(new Utf8Offsets(text, length), selected(document), xml), document);
    }

    private Set<Element> selected(Document document) {
        Set<Element> selected = Collections.newSetFromMap(new IdentityHashMap<>());
        SelectorCost cost = null;
        for (String selector : linkAttributes.excludeSelectors()) {
            if (SelectorCost.mayBeHigh(selector)) {
                cost = cost == null ? SelectorCost.of(document) : cost;
                if (!cost.allows(selector)) {
                    continue;
                }
            }
            selected.addAll(document.select(selector));
        }
        return selected;
    }

    private final class Visitor implements NodeVisitor {

        private final Utf8Offsets offsets;
        private final Set<Element> selected;
        private final boolean xml;
        /** The offsets of the tags reported so far, as tree builders repeat the tags of misnested elements. */
        private final Set<Integer> reported = new HashSet<>();

        private int mutedDepth = -1;

        /** The number of open {@code noscript} elements. */
        private int noscripts;

        /** The number of open {@code svg} and {@code math} elements in {@code noscript}, which jsoup parses as HTML. */
        private int islands;

        /** The elements that have a shadow root. */
        private final Set<Element> hosts = Collections.newSetFromMap(new IdentityHashMap<>());

        Visitor(Utf8Offsets offsets, Set<Element> selected, boolean xml) {
            this.offsets = offsets;
            this.selected = selected;
            this.xml = xml;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof ProcessingInstruction instruction && xml && tag.offset() < 0) {
                find(instruction);
            }
            countIslands(node, 1);
            if (!(node instanceof Element element) || !element.sourceRange().isTracked()) {
                return;
            }
            if (mutedDepth < 0 && (selected.contains(element) || mutes(element))) {
                mutedDepth = depth;
            }
            int start = element.sourceRange().startPos();
            // A body that was created before its tag was parsed has the attributes of the tag nevertheless.
            boolean implied = element.sourceRange().isImplicit();
            if (implied ? !element.attributes().isEmpty() : reported.add(start)) {
                report(element, offsets.of(start), mutedDepth >= 0);
            }
            if (isTemplate(element)) {
                templates.open(isShadowRoot(element), 0);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (depth == mutedDepth) {
                mutedDepth = -1;
            }
            countIslands(node, -1);
            if (node instanceof Element element && element.normalName().equals("form")) {
                finder.endForm();
            }
            if (node instanceof Element element && element.sourceRange().isTracked() && isTemplate(element)) {
                templates.close();
            }
        }

        private void find(ProcessingInstruction instruction) {
            byte[] text = (instruction.target() + " " + instruction.data()).getBytes(StandardCharsets.UTF_8);
            finder.findInInstruction(
                    text, 0, text.length, offsets.of(instruction.sourceRange().startPos()));
        }

        private boolean isTemplate(Element element) {
            return element.normalName().equals("template") && !isForeign(element);
        }

        /**
         * Returns whether a template declares a shadow root of its parent, which must be a valid host without a shadow root
         * (HTML §13.2.6.4.4).
         */
        private boolean isShadowRoot(Element template) {
            String mode = template.attr("shadowrootmode");
            Element host = template.parent();
            if (xml || host == null || !mode.equalsIgnoreCase("open") && !mode.equalsIgnoreCase("closed")) {
                return false;
            }
            byte[] name = host.tagName().getBytes(StandardCharsets.UTF_8);
            return ShadowHosts.has(name, 0, name.length) && hosts.add(host);
        }

        private void countIslands(Node node, int change) {
            if (xml || !(node instanceof Element element)) {
                return;
            }
            switch (element.normalName()) {
                case "noscript" -> {
                    noscripts += change;
                    finder.noBaseBefore(noscripts > 0 ? Integer.MAX_VALUE : 0);
                }
                case "svg", "math" -> islands += noscripts > 0 ? change : 0;
                default -> {}
            }
        }

        private void report(Element element, int offset, boolean muted) {
            boolean foreign = isForeign(element);
            String name = xml && KNOWN_NAMESPACES.contains(element.tag().namespace())
                    ? element.tagName().substring(element.tagName().indexOf(':') + 1)
                    : element.tagName();
            byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
            int number = linkAttributes.elements.find(nameBytes, 0, nameBytes.length);
            ElementInfo known = foreign ? linkAttributes.svg(number) : linkAttributes.html(number);
            load(element, nameBytes, offset);
            if (known.role() == ElementInfo.Role.FORM) {
                // A form in the tree is one, even if misnesting has put it into another form.
                finder.endForm();
            }
            finder.find(known, foreign, muted);
            if (known.content() == ElementInfo.Content.STYLE) {
                byte[] css = styleText(element).getBytes(StandardCharsets.UTF_8);
                finder.findInStyle(css, 0, css.length, muted);
            }
        }

        private boolean isForeign(Element element) {
            String namespace = element.tag().namespace();
            if (!xml) {
                return islands > 0 || !namespace.equals(Parser.NamespaceHtml);
            }
            return namespace.equals(Parser.NamespaceSvg) || namespace.equals(Parser.NamespaceMathml);
        }
    }

    private static boolean mutes(Element element) {
        return element.hasAttr("data-proofer-ignore")
                || element.attr("data-check-links").equalsIgnoreCase("ignore");
    }

    /** Copies the name and the attributes of an element into one buffer, as {@link StartTag} requires. */
    private void load(Element element, byte[] name, int offset) {
        int length = append(name, 0);
        // StartTag keeps a reference to the buffer, so the buffer must be complete before attributes are added.
        List<Attribute> attributes = element.attributes().asList();
        int[] ends = new int[attributes.size() + 1];
        ends[0] = length;
        for (int i = 0; i < attributes.size(); i++) {
            // jsoup does not normalize line ends to LF as the standard does (HTML §13.2.3.5).
            String value = attributes.get(i).getValue().replace("\r\n", "\n").replace('\r', '\n');
            length = append(value.getBytes(StandardCharsets.UTF_8), length);
            ends[i + 1] = length;
        }
        tag.start(values);
        tag.begin(offset, 0, name.length);
        for (int i = 0; i < attributes.size(); i++) {
            Attribute attribute = attributes.get(i);
            boolean isXlinkHref = attribute.localName().equals("href")
                    && attribute.namespace().equals(XLINK);
            byte[] key = (isXlinkHref ? "xlink:href" : attribute.getKey()).getBytes(StandardCharsets.UTF_8);
            int number = key.length == 0 ? NameTable.NONE : linkAttributes.attributes.find(key, 0, key.length);
            if (number != NameTable.NONE) {
                tag.add(number, ends[i], ends[i + 1], 0);
            }
        }
    }

    private int append(byte[] bytes, int at) {
        if (values.length < at + bytes.length) {
            values = Arrays.copyOf(values, Math.max(2 * values.length, at + bytes.length));
        }
        System.arraycopy(bytes, 0, values, at, bytes.length);
        return at + bytes.length;
    }

    private static String styleText(Element style) {
        StringBuilder text = new StringBuilder();
        for (Node child : style.childNodes()) {
            if (child instanceof DataNode data) {
                text.append(data.getWholeData());
            } else if (child instanceof TextNode characters) {
                text.append(characters.getWholeText());
            }
        }
        return text.toString();
    }
}
