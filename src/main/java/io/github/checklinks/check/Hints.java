// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.model.Zone;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.crawl.Neighbourhood;
import io.github.checklinks.crawl.Surroundings;
import io.github.checklinks.url.Redaction;
import io.github.checklinks.report.SharedHint;
import io.github.checklinks.url.DoxiaAnchor;
import io.github.checklinks.url.PercentCoding;
import io.github.checklinks.url.WebUrl;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what would work instead: only ever something that is there, in the form in which the author would write it. */
final class Hints {

    /** A longer text is an accident of another kind than those that hints are for, and no file has so long a path. */
    static final int LONGEST = 10_000;

    /** Findings about one page come close to each other, not always one after the other. */
    private static final int PAGES_KEPT = 16;

    private final Facts facts;
    private final Neighbourhood neighbourhood;
    private final Map<Integer, Anchors> anchors = new LinkedHashMap<>(PAGES_KEPT, 0.75f, true);
    private Map<String, List<Integer>> elsewhere = Map.of();
    private final Map<Integer, Boolean> ofMaven = new HashMap<>();
    private boolean cleanUrls;

    Hints(Facts facts) {
        this.facts = facts;
        this.neighbourhood = new Neighbourhood(facts);
    }

    /** Looks for a setting that would explain many missing files. */
    void lookForSettings() {
        cleanUrls = CleanUrls.areMeant(facts);
    }

    /** The path that the site seems to be published below; null when nothing suggests one. */
    @Nullable
    BasePath basePath() {
        return BasePath.of(facts, neighbourhood);
    }

    /** Whether the page with the first of these links is made by Maven's site renderer. */
    boolean isOfMaven(Writing writing) {
        int page = writing.page();
        return page >= 0 && ofMaven.computeIfAbsent(page, this::isOfMaven);
    }

    private boolean isOfMaven(int page) {
        String url = facts.targets().url(facts.pageTarget(page));
        return neighbourhood.beginning(url).contains("Apache Maven");
    }

    /** Hears which anchors will be asked for, to look for all of them at once. */
    void prepare(Collection<String> names) {
        elsewhere = neighbourhood.pagesWith(names);
    }

    /** The address of another site that a damaged text was meant to be; null when it was not. */
    @Nullable
    String damagedAddress(Writing writing) {
        Repair mended = AddressSlips.mend(writing.text());
        if (mended == null || !(WebUrl.parse(mended.text()) instanceof WebUrl url)) {
            return null;
        }
        return neighbourhood.mayBeThere(url) ? mended.cause() + ": " + Redaction.url(mended.text()) : null;
    }

    /** The accident that happened to a text, and the text without it, which leads somewhere; null when there was none. */
    private @Nullable String repaired(Writing writing) throws IOException {
        for (Repair repair : Repair.of(writing.text())) {
            WebUrl there = writing.resolve(repair.text());
            Neighbourhood.Found found = there == null ? null : neighbourhood.find(there);
            Fragment fragment = Fragment.of(repair.text());
            boolean named = fragment == null || !fragment.isTop();
            if (found != null && named && (fragment == null || neighbourhood.hasAnchor(found, fragment))) {
                return repair.cause() + ": " + Redaction.url(repair.text());
            }
        }
        return null;
    }

    /** What would answer instead of a missing file; null when nothing certain is near. */
    @Nullable
    String missingFile(int target, Writing writing) throws IOException {
        String clean = cleanUrls ? CleanUrls.page(facts, target) : null;
        if (clean != null) {
            return SharedHint.cleanUrls(facts.roots().path(facts.roots().fileAt(clean)));
        }
        String accident = damagedAddress(writing);
        if (accident == null) {
            accident = repaired(writing);
        }
        Surroundings around = accident == null ? neighbourhood.around(target) : null;
        return around == null ? accident : missingFile(around, writing);
    }

    private @Nullable String missingFile(Surroundings around, Writing writing) throws IOException {
        String path = around.path();
        String stray = around.strayLink();
        if (stray != null) {
            return stray + ": copy what it should lead to into the site";
        }
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (!bare.equals(path) && around.isFile(bare)) {
            return "take the slash away: it is a file";
        }
        FileHints files = new FileHints(around);
        String ending = files.withOtherEnding();
        if (ending != null) {
            return didYouMean(around, ending, writing);
        }
        if (around.isDirectory(bare)) {
            String page = files.pageOfDirectory();
            return "the directory has no index file" + (page == null ? "" : ", " + didYouMean(around, page, writing));
        }
        String otherCase = around.inOtherCase(path);
        if (otherCase != null) {
            return "the letter case differs: " + writing.of(around.url(otherCase));
        }
        String other = files.moved();
        if (other == null) {
            other = files.near();
        }
        // The page itself is not what its author wanted to point at.
        boolean itself = other != null && writing.isOn(around.url(other));
        return other == null || itself ? null : didYouMean(around, other, writing);
    }

    private String didYouMean(Surroundings around, String path, Writing writing) throws IOException {
        WebUrl there = around.url(path);
        Fragment fragment = Fragment.of(writing.text());
        Neighbourhood.Found found = neighbourhood.find(there);
        if (fragment != null && found != null && !neighbourhood.hasAnchor(found, fragment)) {
            return "did you mean " + writing.of(there) + " (which has no #" + fragment.raw() + ")?";
        }
        return "did you mean " + writing.of(there) + "?";
    }

    /** The anchor that may have been meant, there or on another page; null when none is near. */
    @Nullable
    String missingFragment(int target, String name, Writing writing) throws IOException {
        Anchors there = anchors(target);
        if (there == null || name.isEmpty()) {
            return null;
        }
        String otherCase = written(target, there.inOtherCase(name));
        if (otherCase != null) {
            return "the letter case differs: " + otherCase;
        }
        String accident = repaired(writing);
        if (accident != null) {
            return accident;
        }
        String alike = there.alike(name);
        if (alike != null && !alike.equals(name) && DoxiaAnchor.decoded(name).equals(alike) && isOfMaven(writing)) {
            return rewritten(target, alike);
        }
        String here = written(target, alike);
        if (here == null) {
            here = written(target, there.oneSlipAway(name));
        }
        if (here == null) {
            here = onOtherPage(target, name, writing);
        }
        if (here == null) {
            here = written(target, there.near(name));
        }
        return here == null ? null : "did you mean " + here + "?";
    }

    /** What works where Doxia rewrites an anchor that the author wrote well: only in full addresses it leaves anchors alone. */
    private String rewritten(int target, String anchor) {
        String url = facts.targets().url(target);
        boolean known = !url.startsWith("https://site.invalid/");
        return "Doxia rewrites #" + anchor + " in links within the site: write the full address"
                + (known ? ", " + Redaction.url(url) + '#' + anchor + ',' : " of the published page")
                + " or leave the anchor out";
    }

    private @Nullable Anchors anchors(int target) throws IOException {
        Anchors known = anchors.get(target);
        if (known == null && WebUrl.parse(facts.targets().url(target)) instanceof WebUrl url) {
            Neighbourhood.Found found = neighbourhood.find(url);
            if (found == null) {
                return null;
            }
            known = found.file() >= 0
                    ? new ListedAnchors(neighbourhood.anchorNames(found.file()))
                    : new HashedAnchors(each -> facts.hasAnchor(found.page(), new Fragment(each)));
            if (anchors.size() == PAGES_KEPT) {
                anchors.remove(anchors.keySet().iterator().next());
            }
            anchors.put(target, known);
        }
        return known;
    }

    /** An anchor as it is written in a link that finds it; null when no link could. */
    private @Nullable String written(int target, @Nullable String anchor) {
        if (anchor == null) {
            return null;
        }
        for (String text : List.of('#' + anchor, '#' + PercentCoding.encodeFragment(anchor))) {
            Fragment fragment = Fragment.of(text);
            if (fragment != null && !fragment.isTop() && facts.hasAnchor(facts.page(target), fragment)) {
                return text;
            }
        }
        return null;
    }

    /** The link to the only page of the site that has an anchor; null when there is none, or several. */
    private @Nullable String onOtherPage(int target, String name, Writing writing) {
        List<Integer> pages = elsewhere.getOrDefault(name, List.of());
        Fragment fragment = Fragment.of(writing.text());
        boolean ours = facts.targets().zone(target) == Zone.SITE;
        if (!ours || pages.size() != 1 || fragment == null || facts.page(target) == pages.get(0)) {
            return null;
        }
        String url = facts.targets().url(facts.pageTarget(pages.get(0)));
        boolean parallel = lastName(url).equals(lastName(facts.targets().url(target)));
        // Of the same name in another directory: another version or language, which nobody means.
        if (parallel || !(WebUrl.parse(url) instanceof WebUrl there)) {
            return null;
        }
        return (writing.isOnlyOn(there) ? "" : writing.of(there)) + '#' + fragment.raw();
    }

    private static String lastName(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
