// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.WebUrl;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises anchors of external pages that only a script creates, so that they cannot be verified. */
final class ScriptAnchors {

    /** Hosts that create the anchors of their pages by script, or under other names. */
    private static final Set<String> CODE_HOSTS = Set.of(
            "github.com",
            "www.github.com",
            "gist.github.com",
            "gitlab.com",
            "bitbucket.org",
            "codeberg.org",
            "gitee.com");

    /** Anchors of the same software on other hosts: lines of a file, and comments. */
    private static final Pattern LINES = Pattern.compile("L\\d+(?:C\\d+)?(?:-L?\\d+(?:C\\d+)?)?");

    private static final Pattern COMMENT = Pattern.compile("(?:issuecomment-|discussion_r|note_)\\d+");

    private final Facts facts;

    ScriptAnchors(Facts facts) {
        this.facts = facts;
    }

    /** Returns whether a script may create an anchor that an external page does not contain. */
    boolean mayCreate(int target, int page, Fragment fragment) {
        if (facts.targets().zone(target) == Zone.SITE) {
            return false;
        }
        return !facts.hasAnchors(page)
                || isOfCodeHost(target)
                || COMMENT.matcher(fragment.raw()).matches()
                // A page with anchors for its lines has one for each line.
                || (LINES.matcher(fragment.raw()).matches() && !facts.hasAnchor(page, new Fragment("L1")))
                || facts.hasAnchor(page, new Fragment("user-content-" + fragment.raw()));
    }

    private boolean isOfCodeHost(int target) {
        return WebUrl.parse(facts.targets().url(target)) instanceof WebUrl url
                && CODE_HOSTS.contains(String.valueOf(url.host()));
    }
}
