package io.github.checklinks.check;

import io.github.checklinks.crawl.Facts;
import io.github.checklinks.crawl.Reach;
import io.github.checklinks.crawl.Surroundings;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what would work instead: only ever something that is there. */
final class Hints {

    private final Facts facts;

    /** The anchors of the page that was asked about last: findings come page by page. */
    private List<String> anchors = List.of();

    private int anchorsOf = -1;

    Hints(Facts facts) {
        this.facts = facts;
    }

    /** What would answer instead of a missing file; null when nothing certain is near. */
    @Nullable
    String missingFile(int target) {
        Surroundings around = facts.surroundings(target);
        if (around == null) {
            return null;
        }
        String path = around.path();
        if (path.endsWith("/") && around.isFile(path.substring(0, path.length() - 1))) {
            return "take the slash away: it is a file";
        }
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (around.isDirectory(bare)) {
            return "the directory has no index file";
        }
        if (around.isFile(bare + ".html")) {
            return "did you mean " + bare + ".html?";
        }
        if (path.contains("&amp;") && around.isFile(path.replace("&amp;", "&"))) {
            return "\"&amp;\" is escaped twice";
        }
        String otherCase = around.inOtherCase(path);
        if (otherCase != null) {
            return "the letter case differs: " + otherCase;
        }
        List<String> moved = around.ofSameName(path);
        if (moved.size() == 1) {
            return "did you mean " + moved.get(0) + "?";
        }
        String name = bare.substring(bare.lastIndexOf('/') + 1);
        String near = Nearest.of(name, around.besides(bare));
        return near == null ? null : "did you mean " + bare.substring(0, bare.length() - name.length()) + near + "?";
    }

    /** The anchor that may have been meant; null when none is near. */
    @Nullable
    String missingFragment(int target, String name) throws IOException {
        if (facts.targets().reach(target) != Reach.FILE) {
            return null;
        }
        if (anchorsOf != target) {
            anchors = facts.anchorNames(target);
            anchorsOf = target;
        }
        for (String anchor : anchors) {
            if (anchor.equalsIgnoreCase(name)) {
                return "the letter case differs: #" + anchor;
            }
        }
        String doxia = anchors.contains(DoxiaAnchor.decoded(name)) ? DoxiaAnchor.decoded(name) : null;
        String near = doxia != null ? doxia : Nearest.of(name.toLowerCase(Locale.ROOT), anchors);
        return near == null ? null : "did you mean #" + near + "?";
    }
}
