// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.target;

import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.facts.Fragment;
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
 * Turns addresses into targets, and says what is certain of a link when its address is known. Shared by threads.
 *
 * @param targets where the numbers come from
 * @param scope how addresses stand
 * @param fragmentZones in which zones anchors are judged
 * @param hosts what holds for single hosts
 * @param rootIsUnknown whether nobody knows where the site will be published, so that links above its root lead nowhere
 */
public record TargetResolver(
        Targets targets, Scope scope, Set<Zone> fragmentZones, HostRules hosts, boolean rootIsUnknown) {

    /** The target is a file that is there. */
    public static final int FOUND = 1;

    /** The target is left alone. */
    public static final int LEFT = 2;

    /** The target has anchors that are judged. */
    public static final int HAS_ANCHORS = 4;

    private static final int KNOWN = 8;

    /** The target may be an SVG picture, whose links count only where it is opened. */
    public static final int MAY_BE_PICTURE = 16;

    /** Addresses that are not fetched may be megabytes of data; of a longer one only the beginning is kept. */
    private static final int LONGEST = 4096;

    /** The number of an address without fragment. */
    public int number(WebUrl url) {
        String key = key(url);
        int known = targets.find(key);
        return known >= 0 ? known : targets.add(key, scope.standing(url), scope.zone(url));
    }

    /** Numbers the addresses of some files of the site, whose paths are given, so that links to them are found without a parser. */
    public void numberFiles(List<String> paths, BitSet files) {
        if (scope.excludes().isEmpty() && scope.localRoots().isSiteAlone()) {
            targets.addFiles(scope.localRoots().addressOfSite(), paths, files);
            int first = files.nextSetBit(0);
            boolean judged = first >= 0 && judgesFragmentsThere(targets.own(first));
            for (int file = first; file >= 0; file = files.nextSetBit(file + 1)) {
                int anchors = judged && hasAnchors(paths.get(file)) ? HAS_ANCHORS : 0;
                targets.setTraits(targets.own(file), FOUND | anchors | KNOWN);
            }
        }
    }

    /** The number of the address that a file has by its own name. */
    public int numberOfFile(int file) {
        int own = targets.own(file);
        return own >= 0 ? own : number(WebUrl.ofSerialised(scope.localRoots().address(file)));
    }

    /** The number of an address that was asked before anything is known of others: the start of a crawl, which is read whatever its standing. */
    public int numberOfStart(WebUrl url) {
        return targets.add(key(url), TargetClassification.FOLLOW, scope.zone(url));
    }

    /** The number of an address that redirected to the start: asked already, whatever its standing. */
    public int numberOfHop(WebUrl url) {
        boolean inside = scope.standing(url).targetKind() == TargetKind.FOLLOW;
        return targets.add(
                key(url), inside ? TargetClassification.FOLLOW : TargetClassification.PROBE, scope.zone(url));
    }

    /** The number of a further start: it was named by the user, so it is asked wherever it lies. */
    public int numberOfSeed(WebUrl url) {
        TargetClassification targetClassification = scope.standing(url);
        if (targetClassification.targetKind() == TargetKind.FILE
                || targetClassification.targetKind() == TargetKind.ABSENT) {
            return number(url);
        }
        boolean inside = scope.site().below(url) != null;
        return targets.add(
                key(url), inside ? TargetClassification.FOLLOW : TargetClassification.PROBE, scope.zone(url));
    }

    /** Whether references can be resolved against an address. */
    public boolean canBeBase(WebUrl url) {
        boolean holdsNone = url.scheme().equals("data") || url.scheme().equals("javascript");
        return url.isHttp() || !holdsNone && url.href().length() <= LONGEST;
    }

    private static String key(WebUrl url) {
        String href = url.href();
        if (url.isHttp() || href.length() <= LONGEST) {
            return href;
        }
        return href.substring(0, 64) + "...[" + href.length() + " characters, " + Integer.toHexString(href.hashCode())
                + "]";
    }

    /** What is certain of links to a target, as bits. */
    public int traits(int target) {
        int known = targets.traits(target);
        if (known != 0) {
            return known;
        }
        TargetKind targetKind = targets.reach(target);
        int traits = targetKind == TargetKind.FILE ? FOUND : targetKind == TargetKind.LEFT ? LEFT : 0;
        traits |= judgesFragments(target) ? HAS_ANCHORS | KNOWN : KNOWN;
        traits |= mayBePicture(target) ? MAY_BE_PICTURE : 0;
        targets.setTraits(target, traits);
        return traits;
    }

    /** Takes back what was certain of links to files, because these cannot be read. */
    public void setUnreadable(IntPredicate files) {
        for (int target = 0; target < targets.size(); target++) {
            if (targets.reach(target) == TargetKind.FILE && files.test(targets.file(target))) {
                targets.setTraits(target, KNOWN);
            }
        }
    }

    /** What a server has under a name without a known ending may be anything. */
    private boolean mayBePicture(int target) {
        return switch (targets.reach(target)) {
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

    /** Whether fragments of a target are judged: its zone or host is one where they are, and it can have anchors. */
    public boolean judgesFragments(int target) {
        if (!judgesFragmentsThere(target)) {
            return false;
        }
        return switch (targets.reach(target)) {
            case FILE -> hasAnchors(scope.localRoots().path(targets.file(target)));
            case FOLLOW, PROBE -> true;
            default -> false;
        };
    }

    /** Whether fragments are judged in a target's zone, or at its host. */
    private boolean judgesFragmentsThere(int target) {
        return hosts.fragmentZones(targets, target, fragmentZones).contains(targets.zone(target));
    }

    private static boolean hasAnchors(String file) {
        DocumentType documentType = DocumentType.ofFile(file).orElse(null);
        return documentType != null && documentType.hasAnchors();
    }

    /** Whether the fragment of a reference to the web is a placeholder. */
    public boolean isPlaceholder(int target, byte[] utf8, int hash, int to) {
        for (int i = hash; i < to - 1; i++) {
            if (utf8[i + 1] == '{' && (utf8[i] == '$' || utf8[i] == '{')) {
                TargetKind targetKind = targets.reach(target);
                return targetKind != TargetKind.LEFT
                        && targetKind != TargetKind.LOCAL_ADDRESS
                        && Placeholders.isIn(new String(utf8, hash, to - hash, StandardCharsets.UTF_8));
            }
        }
        return false;
    }

    /** Whether the user excluded anything at all. */
    public boolean hasExcludes() {
        return !scope.excludes().isEmpty();
    }

    /** Whether the user excluded a link by its text as written, or by its address with the fragment. */
    public boolean isExcluded(int target, byte[] utf8, int from, int hash, int to) {
        String text = new String(utf8, from, to - from, StandardCharsets.UTF_8);
        if (scope.excludes().match(text)) {
            return true;
        }
        return hash < to && target >= 0 && scope.excludes().match(targets.url(target) + '#' + Fragment.whole(text));
    }
}
