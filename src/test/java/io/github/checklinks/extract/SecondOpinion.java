// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Extracts plain links, as {@code a@href text}, and anchors of a page with the parser of validator.nu. */
final class SecondOpinion extends DefaultHandler {

    private static final String HTML = "http://www.w3.org/1999/xhtml";
    private static final String SVG = "http://www.w3.org/2000/svg";

    private static final Map<String, List<String>> ATTRIBUTES = Map.ofEntries(
            Map.entry("a", List.of("href")),
            Map.entry("area", List.of("href")),
            Map.entry("img", List.of("src")),
            Map.entry("script", List.of("src")),
            Map.entry("iframe", List.of("src")),
            Map.entry("audio", List.of("src")),
            Map.entry("source", List.of("src")),
            Map.entry("track", List.of("src")),
            Map.entry("embed", List.of("src")),
            Map.entry("video", List.of("src", "poster")),
            Map.entry("object", List.of("data")),
            Map.entry("blockquote", List.of("cite")),
            Map.entry("q", List.of("cite")));

    private static final Set<String> SVG_ELEMENTS = Set.of("a", "image", "use");

    private final List<String> found = new ArrayList<>();

    private SecondOpinion() {}

    static List<String> of(String page) {
        SecondOpinion opinion = new SecondOpinion();
        HtmlParser parser = new HtmlParser(XmlViolationPolicy.ALLOW);
        parser.setContentHandler(opinion);
        try {
            parser.parse(new InputSource(new StringReader(page)));
        } catch (SAXException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return opinion.found;
    }

    /** Returns the plain links and anchors in what our own reader reported, in the same form. */
    static List<String> of(RecordedLinks links) {
        List<String> same = new ArrayList<>();
        for (String one : links.all) {
            String line = one.replaceFirst("(?s)^\\d+ ", "").replaceFirst(" muted$", "");
            if (line.startsWith("anchor ") || isPlain(line)) {
                same.add(line);
            }
        }
        return same;
    }

    private static boolean isPlain(String line) {
        int at = line.indexOf('@');
        int space = line.indexOf(' ');
        if (at < 0 || space < at) {
            return false;
        }
        String element = line.substring(0, at);
        String attribute = line.substring(at + 1, space);
        return ATTRIBUTES.getOrDefault(element, List.of()).contains(attribute)
                || SVG_ELEMENTS.contains(element) && (attribute.equals("href") || attribute.equals("xlink:href"));
    }

    /** The number of open templates, whose content is not part of the page. */
    private int templates;

    @Override
    public void endElement(String uri, String localName, String qName) {
        templates -= uri.equals(HTML) && localName.equals("template") ? 1 : 0;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        boolean inert = templates > 0;
        templates += uri.equals(HTML) && localName.equals("template") ? 1 : 0;
        if (inert) {
            return;
        }
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.getQName(i);
            String value = attributes.getValue(i);
            boolean anchor = name.equals("id") || uri.equals(HTML) && localName.equals("a") && name.equals("name");
            if (anchor && !value.isEmpty()) {
                found.add("anchor " + value);
            } else if (uri.equals(HTML)
                            && ATTRIBUTES.getOrDefault(localName, List.of()).contains(name)
                    || uri.equals(SVG)
                            && SVG_ELEMENTS.contains(localName)
                            && (name.equals("href") || name.equals("xlink:href"))) {
                found.add(localName + "@" + name + " " + value);
            }
        }
    }
}
