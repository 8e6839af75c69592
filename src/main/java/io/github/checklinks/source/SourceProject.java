// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The source files and directories of a project. None of the directories need exist.
 *
 * @param below the path of its pages in the checked site, with a trailing slash; empty for the root of the site, which is usually that of the
 *     first project of a build
 * @param sites the directories with documents, such as {@code src/site}; without generated ones, in which links cannot be fixed
 * @param descriptors the site descriptors, that of the project first, then those it inherits from
 * @param main the roots of its Java files
 * @param test the roots of the Java files of its tests
 * @param urls the URLs in its POM
 */
public record SourceProject(
        String below, List<Path> sites, List<Path> descriptors, List<Path> main, List<Path> test, List<PomUrl> urls) {

    /** Returns the path of a page relative to the pages of the project; null for a page of another project. */
    @Nullable
    String own(String page) {
        return page.startsWith(below) ? page.substring(below.length()) : null;
    }
}
