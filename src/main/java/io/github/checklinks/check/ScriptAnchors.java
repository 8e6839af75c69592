// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.WebUrl;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells anchors of other people's pages that only a script makes, so that nobody can judge them. */
final class ScriptAnchors {

    /** Hosts that make the anchors of their pages by script, or under other names. */
    private static final Set<String> CODE_HOSTS = Set.of(
            "github.com",
            "www.github.com",
            "gist.github.com",
            "gitlab.com",
            "bitbucket.org",
            "codeberg.org",
            "gitee.com");

    /** What the same software writes on hosts of its users: lines of a file, comments. */
    private static final Pattern LINES = Pattern.compile("L\\d+(?:C\\d+)?(?:-L?\\d+(?:C\\d+)?)?");

    private static final Pattern COMMENT = Pattern.compile("(?:issuecomment-|discussion_r|note_)\\d+");

    private final Facts facts;

    ScriptAnchors(Facts facts) {
        this.facts = facts;
    }

    /** Whether an anchor that a page outside the site lacks may be made by a script. */
    boolean makes(int target, int page, Fragment fragment) {
        if (facts.targets().zone(target) == Zone.SITE) {
            return false;
        }
        return !facts.hasAnchors(page)
                || isOfCodeHost(target)
                || COMMENT.matcher(fragment.raw()).matches()
                // A page that has anchors for its lines has them all.
                || (LINES.matcher(fragment.raw()).matches() && !facts.hasAnchor(page, new Fragment("L1")))
                || facts.hasAnchor(page, new Fragment("user-content-" + fragment.raw()));
    }

    private boolean isOfCodeHost(int target) {
        return WebUrl.parse(facts.targets().url(target)) instanceof WebUrl url
                && CODE_HOSTS.contains(String.valueOf(url.host()));
    }
}
