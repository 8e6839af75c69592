// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import io.github.checklinks.model.Sources.Source;
import io.github.checklinks.source.reference.SourceReference;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the links around a page's content in the site descriptors that the frame is made from. What only a skin has is not found. */
final class PageChrome {

    private final SourceFiles files;

    PageChrome(SourceFiles files) {
        this.files = files;
    }

    /**
     * The place of a link.
     *
     * @param descriptors the project's own first, then those it inherits from, whose relative links are rewritten
     * @param page the page's path below the project's site
     * @param text the link as it stands on the page
     * @return null when no descriptor has it
     */
    @Nullable
    Source source(List<Path> descriptors, String page, String text, BuiltPage.Standing standing) {
        for (int i = 0; i < descriptors.size(); i++) {
            Path descriptor = descriptors.get(i);
            if (i > 0 && !TargetNormalizer.isAbsolute(text)) {
                return null;
            }
            String language = page.substring(0, Math.max(0, page.indexOf('/')));
            Path translated = Documents.isLanguage(language) && descriptor.getParent() != null
                    ? files.find(descriptor.getParent(), "site_" + language + ".xml")
                    : null;
            Path file = translated != null ? translated : files.find(descriptor);
            String own = translated != null ? page.substring(language.length() + 1) : page;
            Source source = file == null ? null : source(file, SiteDescriptor.fromRoot(own, text), standing);
            if (source != null) {
                return source;
            }
        }
        return null;
    }

    private @Nullable Source source(Path file, String target, BuiltPage.Standing standing) {
        String text = files.text(file);
        List<SourceReference> hits = SiteDescriptor.of(text).stream()
                .filter(sourceReference ->
                        SiteDescriptor.fromRoot("", sourceReference.target()).equals(target))
                .toList();
        if (hits.isEmpty()) {
            return null;
        }
        int first = Lines.of(text, hits.get(0).offset());
        // Skins put banners, bread crumbs and menus where they like, so the order says nothing.
        boolean several = Lines.of(text, hits.get(hits.size() - 1).offset()) != first;
        boolean sure = several || standing.count() <= hits.size();
        return new Source(files.name(file), sure ? first : 0, several);
    }
}
