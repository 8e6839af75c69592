// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jsoup.parser.TagSet;

/** Parses the references of XDoc, FML and HTML: the values of the attributes that contain URLs. */
public final class MarkupReferences {

    /** The attributes that contain a URL in HTML or XDoc. */
    private static final Set<String> URLS = Set.of(
            "href",
            "src",
            "action",
            "formaction",
            "data",
            "poster",
            "cite",
            "background",
            "longdesc",
            "usemap",
            "manifest",
            "xlink:href",
            "data-src");

    private static final Set<String> RAW_TEXT = Set.of("script", "style");

    private MarkupReferences() {}

    /**
     * Parses a source with the offsets of its tags. The XML parser is used for HTML as well, because it keeps all tags where they are: a source
     * may be a fragment, or a template that breaks the rules of HTML.
     */
    public static Document parse(String text) {
        TagSet tags = new TagSet().onNewTag(tag -> {
            if (RAW_TEXT.contains(tag.name())) {
                tag.set(Tag.Data);
            }
        });
        return Parser.xmlParser()
                .settings(ParseSettings.htmlDefault)
                .tagSet(tags)
                .setTrackPosition(true)
                .parseInput(text, "");
    }

    static List<SourceReference> of(String text) {
        List<SourceReference> references = new ArrayList<>();
        parse(text).stream().map(MarkupReferences::of).forEach(references::addAll);
        return references;
    }

    /** Returns the references in the attributes of an element. */
    public static List<SourceReference> of(Element element) {
        List<SourceReference> references = new ArrayList<>();
        for (Attribute attribute : element.attributes()) {
            if (URLS.contains(attribute.getKey())) {
                references.add(of(attribute, attribute.getValue()));
            } else if (attribute.getKey().equals("srcset") || attribute.getKey().equals("imagesrcset")) {
                for (String candidate : attribute.getValue().split(",\\s", -1)) {
                    references.add(of(attribute, candidate.strip().split("\\s", 2)[0]));
                }
            }
        }
        return references;
    }

    /** Returns a reference at the value of an attribute. */
    public static SourceReference of(Attribute attribute, String target) {
        return new SourceReference(target, attribute.sourceRange().valueRange().startPos(), false);
    }
}
