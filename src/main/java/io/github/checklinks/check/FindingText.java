// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.hint.BasePath;
import io.github.checklinks.check.hint.Hints;
import io.github.checklinks.check.hint.LinkContext;
import io.github.checklinks.check.hint.PomPlaceholder;
import io.github.checklinks.extract.LinkKind;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.facts.LinkState;
import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.RuleText;
import io.github.checklinks.model.Verdict;
import io.github.checklinks.url.PercentCoding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The texts of a finding: its target, what is wrong in one line, and what to do. */
final class FindingText {

    /** On fewer pages, the author may well have repeated a link by hand. */
    private static final int MIN_PAGES_OF_TEMPLATE = 3;

    private final Facts facts;
    private final Hints hints;
    private final MovedHint moved;
    private final RecentTexts urls;
    private final RecentTexts places;
    private @Nullable BasePath basePath;

    FindingText(Facts facts, Hints hints) {
        this.facts = facts;
        this.hints = hints;
        this.moved = new MovedHint(facts);
        this.urls = new RecentTexts(facts.targets()::url);
        this.places = new RecentTexts(facts::name);
    }

    /** Returns what identifies a target other than its URL: the URL with the fragment, or the text of a link that cannot be resolved; null if the URL does. */
    @Nullable
    String name(StoredLink link, Rule original) {
        if (link.target() < 0) {
            return link.text();
        }
        return switch (original) {
            case MALFORMED_URL, PLACEHOLDER -> link.text();
            case MISSING_FRAGMENT -> url(link.target()) + '#' + fragment(link);
            default -> null;
        };
    }

    private static String fragment(StoredLink link) {
        Fragment fragment = Fragment.of(link.text());
        return fragment == null ? "" : PercentCoding.encodeFragment(fragment.raw());
    }

    /**
     * Returns the target as it is reported.
     *
     * @param known what {@link #name} returned for the link; null if that is not known
     */
    String target(StoredLink link, Assessment assessment, @Nullable String known) {
        Rule rule = assessment.original().rule();
        // The URL of a target above the root is unknown.
        String name = rule == Rule.OUTSIDE_SITE ? link.text() : known != null ? known : name(link, rule);
        return name != null ? name : url(link.target());
    }

    /** Returns what is wrong, in one line. */
    String message(StoredLink link, Assessment assessment) {
        Verdict original = assessment.original();
        String patience = assessment.patience() == null ? "" : "; " + assessment.patience();
        String problem = problem(link, original.rule(), original.detail()) + attempts(link, original.rule()) + patience;
        return assessment.verdict().rule() == Rule.KNOWN
                ? RuleText.of(Rule.KNOWN).message(problem)
                : problem;
    }

    /** Returns the number of attempts as text, for failures that may pass; empty for a single attempt. */
    private String attempts(StoredLink link, Rule rule) {
        return switch (rule) {
            case BLOCKED, SERVER_ERROR, TIMED_OUT, UNREACHABLE -> {
                Outcome outcome = facts.outcome(end(link));
                int attempts = outcome == null ? 0 : outcome.attempts();
                yield attempts > 1 ? " after " + attempts + " attempts" : "";
            }
            default -> "";
        };
    }

    private String problem(StoredLink link, Rule rule, @Nullable String detail) {
        RuleText text = RuleText.of(rule);
        return switch (rule) {
            case MISSING_FILE -> text.message(place(end(link)));
            case MISSING_FRAGMENT ->
                isMap(link) ? missingMap(link) : text.message(fragmentName(link), place(end(link)));
            case OUTSIDE_SITE, LOCAL_ADDRESS, PLACEHOLDER, ORPHAN, NO_NETWORK -> text.message();
            case UNREADABLE -> text.message(place(end(link)), String.valueOf(detail));
            case SKIPPED ->
                text.message(StartText.skipped(
                        String.valueOf(detail), facts.targets().url(end(link))));
            case MOVED, REDIRECTED -> text.message(String.valueOf(detail));
            default -> {
                if (rule == Rule.TIMED_OUT && "408".equals(detail)) {
                    yield "request timeout (408)";
                }
                yield detail == null ? text.summary() : text.message(detail);
            }
        };
    }

    private static boolean isMap(StoredLink link) {
        return link.linkAttribute().linkKind() == LinkKind.MAP;
    }

    private static String missingMap(StoredLink link) {
        String name = fragmentName(link);
        return name.isEmpty()
                ? "\"" + link.text() + "\" names no map: a usemap is # followed by the name of a map"
                : "no map \"" + name + "\" on the page";
    }

    private static String fragmentName(StoredLink link) {
        Fragment fragment = Fragment.of(link.text());
        return fragment == null ? "" : fragment.name();
    }

    private int end(StoredLink link) {
        return facts.end(link.target());
    }

    private String url(int target) {
        return urls.of(target);
    }

    /** Returns the path of a target in the site, or the URL of any other. */
    private String place(int target) {
        return places.of(target);
    }

    /** Texts about targets, of which those made last are kept: several links often name the same page. */
    private static final class RecentTexts {

        private static final int KEPT = 1 << 13;

        private final IntFunction<String> maker;
        private final int[] targets = new int[KEPT];
        private final @Nullable String[] texts = new String[KEPT];

        RecentTexts(IntFunction<String> maker) {
            this.maker = maker;
        }

        String of(int target) {
            int slot = target & KEPT - 1;
            String text = texts[slot];
            if (text == null || targets[slot] != target) {
                text = maker.apply(target);
                texts[slot] = text;
                targets[slot] = target;
            }
            return text;
        }
    }

    /** Announces the links for which hints will be requested. */
    void prepareHints(Collection<StoredLink> links) {
        List<String> names = new ArrayList<>();
        for (StoredLink link : links) {
            names.add(fragmentName(link));
        }
        hints.prepare(names);
    }

    /** Returns whether a wrong setting may be the cause of this verdict. */
    static boolean mayBeMisplaced(Rule rule) {
        return rule == Rule.MISSING_FILE
                || rule == Rule.NOT_FOUND
                || rule == Rule.UNKNOWN_HOST
                || rule == Rule.UNREACHABLE;
    }

    /** Looks for a setting that would explain many findings. Returns the path below which the site seems to be published, which takes effect with {@link #setBasePath}; null if there is none. */
    @Nullable
    BasePath lookForSettings() {
        hints.lookForSettings();
        return hints.basePath();
    }

    void setBasePath(BasePath path) {
        basePath = path;
    }

    /**
     * Returns a hint, with the likely origin of the link if most pages contain it.
     *
     * @param on the number of pages that contain it
     * @param pages the number of pages read
     * @param where the likely origin of such links
     */
    static @Nullable String spread(@Nullable String hint, long on, long pages, String where) {
        if (on < MIN_PAGES_OF_TEMPLATE || on * 2 <= pages) {
            return hint;
        }
        String origin =
                (on >= pages ? "on every page" : "on " + on + " of " + pages + " pages") + ", likely from " + where;
        return hint == null ? origin : hint + "; " + origin;
    }

    /**
     * Returns what to do; null if that is not certain.
     *
     * @param pages the number of pages that contain the links
     */
    @Nullable
    String hint(LinkContext linkContext, StoredLink link, Assessment assessment, int pages) throws IOException {
        BasePath base = basePath;
        if (base != null
                && link.target() >= 0
                && mayBeMisplaced(assessment.original().rule())
                && base.has(facts.targets().url(link.target()))) {
            return base.hint();
        }
        if (JavadocFonts.areImported(link, assessment.original().rule())) {
            return JavadocFonts.HINT;
        }
        String hint = linkContext.text().length() > Hints.MAX_LENGTH ? null : hint(linkContext, link, assessment);
        boolean settled = hint != null && assessment.original().rule() == Rule.PLACEHOLDER;
        if (settled || pages < MIN_PAGES_OF_TEMPLATE) {
            return hint;
        }
        return spread(
                hint,
                pages,
                facts.pages(),
                hints.isOfMaven(linkContext) ? "the skin or site.xml" : "what all pages are made with");
    }

    private @Nullable String hint(LinkContext linkContext, StoredLink link, Assessment assessment) throws IOException {
        return switch (assessment.original().rule()) {
            case MISSING_FILE, NOT_FOUND -> hints.missingFile(end(link), linkContext);
            case MISSING_FRAGMENT ->
                // The page of a recorded answer was not read.
                isMap(link) || facts.isFromRecord(link.target())
                        ? null
                        : hints.missingFragment(end(link), fragmentName(link), linkContext);
            case UNKNOWN_HOST -> hints.damagedAddress(linkContext);
            case MOVED -> moved.hint(linkContext);
            case UNREADABLE -> UnreadFiles.hint(assessment.original().detail());
            case PLACEHOLDER -> PomPlaceholder.hint(linkContext.text());
            case START_REDIRECTED ->
                StartText.hint(String.valueOf(assessment.original().detail()));
            case SKIPPED ->
                StartText.hintForSkipped(
                        String.valueOf(assessment.original().detail()),
                        facts.targets().url(end(link)));
            case MALFORMED_URL ->
                link.linkState() == LinkState.EMPTY
                        ? "give it an address, or remove the attribute"
                        : hints.damagedAddress(linkContext);
            default -> RuleText.of(assessment.original().rule()).hint();
        };
    }
}
