// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.toolchain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single values of configuration files without parsing all of their syntax, which may contain tags of the toolchain. */
final class Yaml {

    private static final Pattern FRONT_MATTER = Pattern.compile(
            "\\A\\uFEFF?(?:---\\r?\\n([\\s\\S]*?)\\r?\\n---|\\+\\+\\+\\r?\\n([\\s\\S]*?)\\r?\\n\\+\\+\\+)[ \\t]*\\r?(?:\\n|\\z)");

    private Yaml() {}

    /** Returns the scalar value of a key at the top level; null if it is absent or not a plain scalar. */
    static @Nullable String value(String text, String key) {
        Matcher line = Pattern.compile(
                        "^" + Pattern.quote(key)
                                + "[ \\t]*[:=][ \\t]*(?:\"([^\"\\n]*+)\"|'([^'\\n]*+)'|([^\\s#][^#\\r\\n]*+))",
                        Pattern.MULTILINE)
                .matcher(text);
        if (!line.find()) {
            return null;
        }
        for (int group = 1; group <= 3; group++) {
            if (line.group(group) != null) {
                return line.group(group).strip();
            }
        }
        return null;
    }

    /** Returns where the text after the front matter begins. */
    static int body(String text) {
        Matcher matter = FRONT_MATTER.matcher(text);
        return matter.find() ? matter.end() : 0;
    }

    /** Returns the front matter of a document; empty if it has none. */
    static String frontMatter(String text) {
        Matcher matter = FRONT_MATTER.matcher(text);
        return !matter.find() ? "" : matter.group(1) != null ? matter.group(1) : matter.group(2);
    }
}
