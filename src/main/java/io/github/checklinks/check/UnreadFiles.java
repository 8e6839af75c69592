// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.text.FileTrouble;
import io.github.checklinks.url.PercentCoding;
import org.jspecify.annotations.Nullable;

/** The pages of a built site that could not be read. Each is reported, even if there is no link to it. */
final class UnreadFiles {

    private final Facts facts;

    UnreadFiles(Facts facts) {
        this.facts = facts;
    }

    /** Returns what to do about a reason; null if that is not certain. */
    static @Nullable String hint(@Nullable String reason) {
        return switch (String.valueOf(reason)) {
            case FileTrouble.DENIED ->
                "give the user that runs Maven permission to read it (a directory also needs permission to be entered)";
            case FileTrouble.VANISHED -> "build the site before it is checked, not at the same time";
            case FileTrouble.CIRCLE -> "replace the symbolic link with its target";
            default -> null;
        };
    }

    int count() {
        return facts.unreadable().pageCount();
    }

    boolean has(int page) {
        return facts.unreadable().isPage(page);
    }

    /** Returns the stand-in for such a page; null for any other page. */
    @Nullable
    StandIn standIn(int page, String name) {
        String path = facts.unreadable().path(page);
        if (path == null) {
            return null;
        }
        // The root is a directory, too, and a "#" in a file name does not begin a fragment.
        String text = path.isEmpty() ? "./" : path.indexOf('#') < 0 ? path : PercentCoding.encodePath(path);
        return StandIn.unreadFile(facts.pageTarget(page), name, text);
    }
}
