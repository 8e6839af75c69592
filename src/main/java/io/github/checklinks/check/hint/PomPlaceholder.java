// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Placeholders that Maven resolves from the POM. An unresolved one shows which element is missing. */
public final class PomPlaceholder {

    private static final Map<String, String> ELEMENTS = Map.of(
            "${project.url}", "<url>",
            "${pom.url}", "<url>",
            "${project.scm.url}", "<url> in <scm>",
            "${project.issueManagement.url}", "<url> in <issueManagement>",
            "${project.ciManagement.url}", "<url> in <ciManagement>",
            "${project.organization.url}", "<url> in <organization>",
            "${project.distributionManagement.site.url}", "<url> in <site> of <distributionManagement>",
            "${project.distributionManagement.downloadUrl}", "<downloadUrl> in <distributionManagement>");

    private PomPlaceholder() {}

    /** Returns the hint that says which element to add to the POM; null if the text contains no such placeholder. */
    public static @Nullable String hint(String text) {
        int from = text.indexOf("${");
        int end = from < 0 ? -1 : text.indexOf('}', from);
        String element = end < 0 ? null : ELEMENTS.get(text.substring(from, end + 1));
        return element == null ? null : "add " + element + " to the pom, then run mvn clean site";
    }
}
