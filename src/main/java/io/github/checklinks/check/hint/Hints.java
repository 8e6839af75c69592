// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.model.Zone;
import io.github.checklinks.report.view.SharedHint;
import io.github.checklinks.url.DoxiaAnchor;
import io.github.checklinks.url.PercentCoding;
import io.github.checklinks.url.Redaction;
import io.github.checklinks.url.WebUrl;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what would work instead: only ever something that is there, in the form in which the author would write it. */
public final class Hints {

    /** A longer text is an accident of another kind than those that hints are for, and no file has so long a path. */
    public static final int LONGEST = 10_000;

    /** Findings about one page come close to each other, not always one after the other. */
    private static final int PAGES_KEPT = 16;

    private final Facts facts;
    private final HintLookup hintLookup;
    private final Map<Integer, Anchors> anchors = new LinkedHashMap<>(PAGES_KEPT, 0.75f, true);
    private Map<String, List<Integer>> elsewhere = Map.of();
    private final Map<Integer, Boolean> ofMaven = new HashMap<>();
    private boolean cleanUrls;

    public Hints(Facts facts) {
        this.facts = facts;
        this.hintLookup = new HintLookup(facts);
    }

    /** Looks for a setting that would explain many missing files. */
    public void lookForSettings() {
        cleanUrls = CleanUrls.areMeant(facts);
    }

    /** The path that the site seems to be published below; null when nothing suggests one. */
    @Nullable
    public BasePath basePath() {
        return BasePath.of(facts, hintLookup);
    }

    /** Whether the page with the first of these links is made by Maven's site renderer. */
    public boolean isOfMaven(LinkContext linkContext) {
        int page = linkContext.page();
        return page >= 0 && ofMaven.computeIfAbsent(page, this::isOfMaven);
    }

    private boolean isOfMaven(int page) {
        String url = facts.targets().url(facts.pageTarget(page));
        return hintLookup.beginning(url).contains("Apache Maven");
    }

    /** Hears which anchors will be asked for, to look for all of them at once. */
    public void prepare(Collection<String> names) {
        elsewhere = hintLookup.pagesWith(names);
    }

    /** The address of another site that a damaged text was meant to be; null when it was not. */
    @Nullable
    public String damagedAddress(LinkContext linkContext) {
        TextRepair mended = UrlTypos.mend(linkContext.text());
        if (mended == null || !(WebUrl.parse(mended.text()) instanceof WebUrl url)) {
            return null;
        }
        return hintLookup.mayBeThere(url) ? mended.cause() + ": " + Redaction.url(mended.text()) : null;
    }

    /** The accident that happened to a text, and the text without it, which leads somewhere; null when there was none. */
    private @Nullable String repaired(LinkContext linkContext) throws IOException {
        for (TextRepair textRepair : TextRepair.of(linkContext.text())) {
            WebUrl there = linkContext.resolve(textRepair.text());
            HintLookup.Found found = there == null ? null : hintLookup.find(there);
            Fragment fragment = Fragment.of(textRepair.text());
            boolean named = fragment == null || !fragment.isTop();
            if (found != null && named && (fragment == null || hintLookup.hasAnchor(found, fragment))) {
                return textRepair.cause() + ": " + Redaction.url(textRepair.text());
            }
        }
        return null;
    }

    /** What would answer instead of a missing file; null when nothing certain is near. */
    @Nullable
    public String missingFile(int target, LinkContext linkContext) throws IOException {
        String clean = cleanUrls ? CleanUrls.page(facts, target) : null;
        if (clean != null) {
            return SharedHint.cleanUrls(facts.roots().path(facts.roots().fileAt(clean)));
        }
        String accident = damagedAddress(linkContext);
        if (accident == null) {
            accident = repaired(linkContext);
        }
        DirectoryListing around = accident == null ? hintLookup.around(target) : null;
        return around == null ? accident : missingFile(around, linkContext);
    }

    private @Nullable String missingFile(DirectoryListing around, LinkContext linkContext) throws IOException {
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
            return didYouMean(around, ending, linkContext);
        }
        if (around.isDirectory(bare)) {
            String page = files.pageOfDirectory();
            return "the directory has no index file"
                    + (page == null ? "" : ", " + didYouMean(around, page, linkContext));
        }
        String otherCase = around.inOtherCase(path);
        if (otherCase != null) {
            return "the letter case differs: " + linkContext.of(around.url(otherCase));
        }
        String other = files.moved();
        if (other == null) {
            other = files.near();
        }
        // The page itself is not what its author wanted to point at.
        boolean itself = other != null && linkContext.isOn(around.url(other));
        return other == null || itself ? null : didYouMean(around, other, linkContext);
    }

    private String didYouMean(DirectoryListing around, String path, LinkContext linkContext) throws IOException {
        WebUrl there = around.url(path);
        Fragment fragment = Fragment.of(linkContext.text());
        HintLookup.Found found = hintLookup.find(there);
        if (fragment != null && found != null && !hintLookup.hasAnchor(found, fragment)) {
            return "did you mean " + linkContext.of(there) + " (which has no #" + fragment.raw() + ")?";
        }
        return "did you mean " + linkContext.of(there) + "?";
    }

    /** The anchor that may have been meant, there or on another page; null when none is near. */
    @Nullable
    public String missingFragment(int target, String name, LinkContext linkContext) throws IOException {
        Anchors there = anchors(target);
        if (there == null || name.isEmpty()) {
            return null;
        }
        String otherCase = written(target, there.inOtherCase(name));
        if (otherCase != null) {
            return "the letter case differs: " + otherCase;
        }
        String accident = repaired(linkContext);
        if (accident != null) {
            return accident;
        }
        String alike = there.alike(name);
        if (alike != null && !alike.equals(name) && DoxiaAnchor.decoded(name).equals(alike) && isOfMaven(linkContext)) {
            return rewritten(target, alike);
        }
        String here = written(target, alike);
        if (here == null) {
            here = written(target, there.oneSlipAway(name));
        }
        if (here == null) {
            here = onOtherPage(target, name, linkContext);
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
            HintLookup.Found found = hintLookup.find(url);
            if (found == null) {
                return null;
            }
            known = found.file() >= 0
                    ? new ListedAnchors(hintLookup.anchorNames(found.file()))
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
    private @Nullable String onOtherPage(int target, String name, LinkContext linkContext) {
        List<Integer> pages = elsewhere.getOrDefault(name, List.of());
        Fragment fragment = Fragment.of(linkContext.text());
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
        return (linkContext.isOnlyOn(there) ? "" : linkContext.of(there)) + '#' + fragment.raw();
    }

    private static String lastName(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
