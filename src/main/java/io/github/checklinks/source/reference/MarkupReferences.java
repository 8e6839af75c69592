// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    private MarkupReferences() {}

    static List<SourceReference> of(String text) {
        List<SourceReference> references = new ArrayList<>();
        Markup.walk(text, (name, attributes, offset, closed) -> add(references, attributes));
        return references;
    }

    /** Adds the references in the attributes of a tag. */
    public static void add(List<SourceReference> references, Map<String, Markup.Value> attributes) {
        attributes.forEach((name, value) -> {
            if (URLS.contains(name)) {
                references.add(new SourceReference(value.text(), value.offset(), false));
            } else if (name.equals("srcset") || name.equals("imagesrcset")) {
                addCandidates(references, value);
            }
        });
    }

    private static void addCandidates(List<SourceReference> references, Markup.Value value) {
        for (String candidate : value.text().split(",\\s", -1)) {
            String url = candidate.strip().split("\\s", 2)[0];
            references.add(new SourceReference(url, value.offset(), false));
        }
    }
}
