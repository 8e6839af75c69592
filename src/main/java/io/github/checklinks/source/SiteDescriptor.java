// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import io.github.checklinks.source.reference.MarkupReferences;
import io.github.checklinks.source.reference.SourceReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Parses site descriptors, {@code site.xml}, for the links of banners, menus and breadcrumbs. */
final class SiteDescriptor {

    private static final Set<String> LINK_ATTRIBUTES = Set.of("href", "src", "img");
    private static final Set<String> LINK_ELEMENTS = Set.of("href", "src");

    private SiteDescriptor() {}

    /** Returns the references of a descriptor, which are relative to the root of the site. */
    static List<SourceReference> of(String text) {
        List<SourceReference> references = new ArrayList<>();
        MarkupReferences.parse(text).forEachNode(node -> {
            if (node instanceof TextNode content
                    && node.parent() instanceof Element parent
                    && LINK_ELEMENTS.contains(parent.normalName())) {
                references.add(new SourceReference(
                        content.getWholeText(), content.sourceRange().startPos(), false));
            }
            for (Attribute attribute : node.attributes()) {
                if (LINK_ATTRIBUTES.contains(attribute.getKey())) {
                    references.add(MarkupReferences.of(attribute, attribute.getValue()));
                }
            }
        });
        return references;
    }

    /**
     * Resolves a reference relative to the root of the site, so that the menus of all pages can be compared.
     *
     * @param page the path of the page below the root
     */
    static String fromRoot(String page, String reference) {
        String normalized = TargetNormalizer.of(reference);
        if (TargetNormalizer.isAbsolute(normalized) || normalized.startsWith("/")) {
            return normalized;
        }
        int hash = normalized.indexOf('#');
        String path = hash < 0 ? normalized : normalized.substring(0, hash);
        Deque<String> names = new ArrayDeque<>();
        String directory = page.substring(0, page.lastIndexOf('/') + 1);
        String whole = path.isEmpty() ? page : directory + path;
        for (String name : whole.split("/", -1)) {
            if (name.equals("..") && !names.isEmpty() && !names.getLast().equals("..")) {
                names.removeLast();
            } else if (!name.equals(".")) {
                names.addLast(name);
            }
        }
        return String.join("/", names) + (hash < 0 ? "" : normalized.substring(hash));
    }
}
