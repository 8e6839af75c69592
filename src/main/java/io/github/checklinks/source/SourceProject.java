// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a project offers to look for sources in. None of the directories need exist.
 *
 * @param below where its pages lie in the site under check, with a final slash; empty for the site's root, so that the first of a build's projects is usually the one the site belongs to
 * @param sites directories with documents, such as {@code src/site}; not what other plugins generate, which nobody can mend
 * @param descriptors site descriptors, the project's own first, then those it inherits from
 * @param main the roots of its Java files
 * @param test the roots of its tests' Java files
 * @param urls the URLs in its pom
 */
public record SourceProject(
        String below, List<Path> sites, List<Path> descriptors, List<Path> main, List<Path> test, List<PomUrl> urls) {

    /** The page's path below the project's own pages; null for a page of somebody else. */
    @Nullable
    String own(String page) {
        return page.startsWith(below) ? page.substring(below.length()) : null;
    }
}
