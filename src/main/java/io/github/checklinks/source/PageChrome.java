// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import io.github.checklinks.model.Sources.Source;
import io.github.checklinks.source.file.SourceFiles;
import io.github.checklinks.source.reference.SourceReference;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Locates the links around the content of a page in the site descriptors. Links that only the skin contains are not found. */
final class PageChrome {

    private final SourceFiles files;

    PageChrome(SourceFiles files) {
        this.files = files;
    }

    /**
     * Returns the location of a link.
     *
     * @param descriptors the descriptor of the project, followed by those it inherits from, whose relative links Maven rewrites
     * @param page the path of the page below the site of the project
     * @param text the link as written on the page
     * @param occurrence the position of the link among the links of the page with the same target
     * @return null if no descriptor contains the link
     */
    @Nullable
    Source source(List<Path> descriptors, String page, String text, BuiltPage.Occurrence occurrence) {
        for (int i = 0; i < descriptors.size(); i++) {
            Path descriptor = descriptors.get(i);
            if (i > 0 && !TargetNormalizer.isAbsolute(text)) {
                return null;
            }
            String language = page.substring(0, Math.max(0, page.indexOf('/')));
            Path translated = Documents.isLocale(language) && descriptor.getParent() != null
                    ? files.find(descriptor.getParent(), "site_" + language + ".xml")
                    : null;
            Path file = translated != null ? translated : files.find(descriptor);
            String own = translated != null ? page.substring(language.length() + 1) : page;
            Source source = file == null ? null : source(file, SiteDescriptor.fromRoot(own, text), occurrence);
            if (source != null) {
                return source;
            }
        }
        return null;
    }

    private @Nullable Source source(Path file, String target, BuiltPage.Occurrence occurrence) {
        String text = files.text(file);
        List<SourceReference> hits = SiteDescriptor.of(text).stream()
                .filter(sourceReference ->
                        SiteDescriptor.fromRoot("", sourceReference.target()).equals(target))
                .toList();
        if (hits.isEmpty()) {
            return null;
        }
        int first = hits.get(0).line(text);
        // Skins place banners, breadcrumbs and menus in any order, so the order cannot be used for matching.
        boolean several = hits.get(hits.size() - 1).line(text) != first;
        boolean certain = several || occurrence.count() <= hits.size();
        return new Source(files.name(file), certain ? first : 0, several);
    }
}
