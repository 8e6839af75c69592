// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.target;

import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.facts.SoundLinks;
import io.github.checklinks.facts.TargetClassification;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.facts.Targets;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Resolves URLs to the numbers of targets, and determines what is certain of a link from its URL alone. Thread-safe.
 *
 * @param targets the numbered targets
 * @param scope the classification of URLs
 * @param fragmentZones in which zones anchors are judged
 * @param hosts the settings for single hosts
 * @param rootIsUnknown whether it is unknown where the site will be published, so that links above its root cannot be
 *     resolved
 * @param keepsSkipped whether every link to a skipped target is judged, because that may matter to the user
 */
public record TargetResolver(
        Targets targets,
        Scope scope,
        Set<Zone> fragmentZones,
        HostRules hosts,
        boolean rootIsUnknown,
        boolean keepsSkipped) {

    // The traits EXISTS = 1 and JUDGED = 2 are those of SoundLinks.

    /** The target may have anchors, which are judged. */
    public static final int HAS_ANCHORS = 4;

    private static final int KNOWN = 8;

    /** The target may be an SVG picture, whose links count only where it is opened. */
    public static final int MAY_BE_PICTURE = 16;

    /**
     * The maximum length of a URL that is not fetched, which may be megabytes of data; of a longer one only the
     * beginning is stored.
     */
    private static final int MAX_LENGTH = 4096;

    /** Returns the number of a URL without fragment, adding it if it is new. */
    public int number(WebUrl url) {
        String key = key(url);
        int number = targets.find(key);
        return number >= 0 ? number : targets.add(key, scope.classify(url), scope.zone(url));
    }

    /**
     * Numbers the URLs of some files of the site, given by their paths, so that links to them are found without
     * parsing.
     */
    public void numberFiles(List<String> paths, BitSet files) {
        if (scope.excludes().isEmpty() && scope.localRoots().isSiteAlone()) {
            targets.addFiles(scope.localRoots().addressOfSite(), paths, files);
            int first = files.nextSetBit(0);
            boolean judged = first >= 0 && judgesFragmentsAt(targets.targetOf(first));
            for (int file = first; file >= 0; file = files.nextSetBit(file + 1)) {
                int anchors = judged && hasAnchors(paths.get(file)) ? HAS_ANCHORS : 0;
                int target = targets.targetOf(file);
                targets.setTraits(target, soundness(target) | anchors | KNOWN);
            }
        }
    }

    /** Returns the number of the URL that corresponds to a file's own path. */
    public int numberOfFile(int file) {
        int number = targets.targetOf(file);
        return number >= 0
                ? number
                : number(WebUrl.ofSerialised(scope.localRoots().address(file)));
    }

    /** Returns the number of the start URL of a crawl, which is read whatever its classification. */
    public int numberOfStart(WebUrl url) {
        return targets.add(key(url), TargetClassification.FOLLOW, scope.zone(url));
    }

    /**
     * Returns the number of a URL that redirected to the start: it was requested already, whatever its classification.
     */
    public int numberOfHop(WebUrl url) {
        boolean inside = scope.classify(url).targetKind() == TargetKind.FOLLOW;
        return targets.add(
                key(url), inside ? TargetClassification.FOLLOW : TargetClassification.PROBE, scope.zone(url));
    }

    /** Returns the number of a seed: the user named it, so it is requested wherever it lies. */
    public int numberOfSeed(WebUrl url) {
        TargetClassification targetClassification = scope.classify(url);
        if (targetClassification.targetKind() == TargetKind.FILE
                || targetClassification.targetKind() == TargetKind.ABSENT) {
            return number(url);
        }
        boolean inside = scope.site().below(url) != null;
        return targets.add(
                key(url), inside ? TargetClassification.FOLLOW : TargetClassification.PROBE, scope.zone(url));
    }

    /** Returns whether references can be resolved against a URL. */
    public boolean canBeBase(WebUrl url) {
        boolean holdsNone = url.scheme().equals("data") || url.scheme().equals("javascript");
        return url.isHttp() || !holdsNone && url.href().length() <= MAX_LENGTH;
    }

    private static String key(WebUrl url) {
        String href = url.href();
        if (url.isHttp() || href.length() <= MAX_LENGTH) {
            return href;
        }
        return href.substring(0, 64) + "...[" + href.length() + " characters, " + Integer.toHexString(href.hashCode())
                + "]";
    }

    /** Returns what is certain of links to a target, as a set of bits. */
    public int traits(int target) {
        int stored = targets.traits(target);
        if (stored != 0) {
            return stored;
        }
        int traits = soundness(target);
        traits |= judgesFragments(target) ? HAS_ANCHORS | KNOWN : KNOWN;
        traits |= mayBePicture(target) ? MAY_BE_PICTURE : 0;
        targets.setTraits(target, traits);
        return traits;
    }

    /**
     * Returns {@link SoundLinks#EXISTS} if links to a target are sound but for their fragments, {@link
     * SoundLinks#JUDGED} if each of them is judged, else 0.
     */
    private int soundness(int target) {
        if (isJudged(target)) {
            return SoundLinks.JUDGED;
        }
        TargetKind targetKind = targets.kind(target);
        return targetKind == TargetKind.FILE || targetKind == TargetKind.SKIPPED ? SoundLinks.EXISTS : 0;
    }

    /**
     * Returns whether every link to a target is judged, even if the target exists. A rule about links that work has to
     * name its targets here; all other links to existing targets are only counted.
     */
    private boolean isJudged(int target) {
        return keepsSkipped && targets.kind(target) == TargetKind.SKIPPED;
    }

    /** Resets what was certain of links to files that turned out to be unreadable. */
    public void setUnreadable(IntPredicate files) {
        for (int target = 0; target < targets.size(); target++) {
            if (targets.kind(target) == TargetKind.FILE && files.test(targets.file(target))) {
                targets.setTraits(target, KNOWN);
            }
        }
    }

    /** Returns whether a target may be an SVG picture. On a server, a URL without a known extension may be anything. */
    private boolean mayBePicture(int target) {
        return switch (targets.kind(target)) {
            case FILE -> RequestModes.isPicture(scope.localRoots().path(targets.file(target)));
            case FOLLOW -> {
                String path = WebUrl.ofSerialised(targets.url(target)).path();
                yield RequestModes.isPicture(path)
                        || !path.endsWith("/")
                                && DocumentType.ofFile(path).isEmpty()
                                && RequestModes.of(path, false) == RequestMode.CONTENT;
            }
            default -> false;
        };
    }

    /**
     * Returns whether fragments of a target are judged: its zone or host is one where they are, and it can have
     * anchors.
     */
    public boolean judgesFragments(int target) {
        if (!judgesFragmentsAt(target)) {
            return false;
        }
        return switch (targets.kind(target)) {
            case FILE -> hasAnchors(scope.localRoots().path(targets.file(target)));
            case FOLLOW, PROBE -> true;
            default -> false;
        };
    }

    /** Returns whether fragments are judged in a target's zone, or at its host. */
    private boolean judgesFragmentsAt(int target) {
        return hosts.fragmentZones(targets, target, fragmentZones).contains(targets.zone(target));
    }

    private static boolean hasAnchors(String file) {
        DocumentType documentType = DocumentType.ofFile(file).orElse(null);
        return documentType != null && documentType.hasAnchors();
    }

    /** Returns whether the fragment of a reference to the web contains a placeholder. */
    public boolean isPlaceholder(int target, byte[] utf8, int hash, int to) {
        for (int i = hash; i < to - 1; i++) {
            if (utf8[i + 1] == '{' && (utf8[i] == '$' || utf8[i] == '{')) {
                TargetKind targetKind = targets.kind(target);
                return targetKind != TargetKind.SKIPPED
                        && targetKind != TargetKind.LOCAL_ADDRESS
                        && Placeholders.isIn(new String(utf8, hash, to - hash, StandardCharsets.UTF_8));
            }
        }
        return false;
    }

    /** Returns whether there are any excludes. */
    public boolean hasExcludes() {
        return !scope.excludes().isEmpty();
    }

    /** Returns whether a link is excluded by its text as written, or by its URL with the fragment. */
    public boolean isExcluded(int target, byte[] utf8, int from, int hash, int to) {
        String text = new String(utf8, from, to - from, StandardCharsets.UTF_8);
        if (scope.excludes().match(text)) {
            return true;
        }
        return hash < to && target >= 0 && scope.excludes().match(targets.url(target) + '#' + Fragment.whole(text));
    }
}
