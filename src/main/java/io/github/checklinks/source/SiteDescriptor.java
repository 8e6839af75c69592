// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import io.github.checklinks.source.reference.Entities;
import io.github.checklinks.source.reference.Markup;
import io.github.checklinks.source.reference.SourceReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Parses site descriptors, {@code site.xml}, for the links of banners, menus and breadcrumbs. */
final class SiteDescriptor {

    private SiteDescriptor() {}

    /** Returns the references of a descriptor, which are relative to the root of the site. */
    static List<SourceReference> of(String text) {
        List<SourceReference> references = new ArrayList<>();
        Markup.walk(text, new Markup.Tags() {
            private String open = "";

            @Override
            public void start(String name, Map<String, Markup.Value> attributes, int offset, boolean closed) {
                open = closed ? "" : name;
                attributes.forEach((attribute, value) -> {
                    if (attribute.equals("href") || attribute.equals("src") || attribute.equals("img")) {
                        references.add(new SourceReference(value.text(), value.offset(), false));
                    }
                });
            }

            @Override
            public void end(String name, int offset) {
                open = "";
            }

            @Override
            public void text(int from, int to) {
                if (open.equals("href") || open.equals("src")) {
                    references.add(new SourceReference(Entities.decode(text.substring(from, to)), from, false));
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
