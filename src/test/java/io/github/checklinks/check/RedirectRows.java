// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static io.github.checklinks.check.JudgeRow.NEVER;
import static io.github.checklinks.check.JudgeRow.row;

import io.github.checklinks.check.JudgeScene.Judged;
import io.github.checklinks.facts.LinkState;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.SkipReason;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The verdicts on links to targets that redirect. */
final class RedirectRows {

    private RedirectRows() {}

    static Stream<JudgeRow> rows() {
        return Stream.of(ends(), endless(), details(), trivial()).flatMap(List::stream);
    }

    /** The verdict is that on the last target. */
    private static List<JudgeRow> ends() {
        return List.of(
                row("redirect to a status", s -> s.judge(s.redirect("a", 301, s.answered("b", 404))), "not-found: 404"),
                row(
                        "redirect to a failure",
                        s -> s.judge(s.redirect("a", 302, s.failed(FailureCause.TIMED_OUT))),
                        "timed-out: why"),
                row(
                        "redirect to a failure without a network",
                        RedirectRows::withoutNetwork,
                        "timed-out: why",
                        "no-network: why"),
                row(
                        "redirect to what was not visited",
                        s -> s.judge(s.redirect("a", 301, s.target("b", TargetKind.PROBE))),
                        "skipped: limit"),
                row(
                        "redirect to what is excluded",
                        s -> s.judge(toSkipped(s, "b", SkipReason.EXCLUDED)),
                        "skipped: excluded"),
                row(
                        "redirect to what robots.txt forbids",
                        s -> s.judge(toSkipped(s, "b", SkipReason.ROBOTS)),
                        "skipped: robots",
                        NEVER),
                row(
                        "redirect to a private host",
                        s -> s.judge(s.redirect("a", 301, s.target("b", TargetKind.LOCAL_ADDRESS))),
                        "skipped: private-address"),
                row("redirect of a link to another program", s -> s.judge(toMail(s)), "skipped: scheme"),
                row(
                        "redirect of a form to another program",
                        s -> s.judge("form", "action", "a", LinkState.ORDINARY, toMail(s)),
                        "skipped: scheme"),
                row(
                        "redirect of an image to another program",
                        s -> s.judge("img", "src", "a", LinkState.ORDINARY, toMail(s)),
                        "redirect-loop: a redirect to \"mailto:me@acme.org\", which cannot be loaded"),
                row(
                        "redirect of a style sheet to another program",
                        s -> s.judge("link", "href", "a", LinkState.ORDINARY, toMail(s)),
                        "redirect-loop: a redirect to \"mailto:me@acme.org\", which cannot be loaded"));
    }

    private static Judged withoutNetwork(JudgeScene s) {
        s.builder().setUnreached(Set.of(FailureCause.TIMED_OUT));
        return s.judge(s.redirect("a", 302, s.failed(FailureCause.TIMED_OUT)));
    }

    private static int toSkipped(JudgeScene s, String path, SkipReason reason) {
        return s.redirect("a", 301, s.skipped(s.url(path), reason));
    }

    private static int toMail(JudgeScene s) {
        return s.redirect("a", 302, s.skipped("mailto:me@acme.org", SkipReason.SCHEME));
    }

    private static List<JudgeRow> endless() {
        String loop = "redirect-loop: a redirect that returns to an earlier address";
        return List.of(
                row("redirect to itself", s -> s.judge(circle(s, 1)), loop),
                row("two redirects in a circle", s -> s.judge(circle(s, 2)), loop),
                row("redirect into a circle", s -> s.judge(s.redirect("into", 301, circle(s, 2))), loop),
                row("as many redirects as are followed", s -> s.judge(chain(s, 5)), "redirected: ~/end"),
                row(
                        "one redirect more than are followed",
                        s -> s.judge(chain(s, 6)),
                        "redirect-loop: more than 5 redirects"));
    }

    private static int circle(JudgeScene s, int size) {
        int first = s.answered("0", 200);
        int next = first;
        for (int i = 1; i < size; i++) {
            next = s.redirect(String.valueOf(i), 302, next);
        }
        s.builder().setOutcome(first, JudgeScene.redirect(302, next, null));
        return first;
    }

    private static int chain(JudgeScene s, int redirects) {
        int next = s.answered("end", 200);
        for (int i = 0; i < redirects; i++) {
            next = s.redirect(String.valueOf(i), 302, next);
        }
        return next;
    }

    private static List<JudgeRow> details() {
        return List.of(
                row("301", s -> s.judge(s.redirect("a", 301, s.answered("b", 200))), "moved: ~/b"),
                row("302", s -> s.judge(s.redirect("a", 302, s.answered("b", 200))), "redirected: ~/b"),
                row("303", s -> s.judge(s.redirect("a", 303, s.answered("b", 200))), "redirected: ~/b"),
                row("307", s -> s.judge(s.redirect("a", 307, s.answered("b", 200))), "redirected: ~/b"),
                row("308", s -> s.judge(s.redirect("a", 308, s.answered("b", 200))), "moved: ~/b"),
                row("301, 308", s -> s.judge(two(s, 301, 308)), "moved: ~/c"),
                row("301, 302", s -> s.judge(two(s, 301, 302)), "moved: ~/b"),
                row("302, 301", s -> s.judge(two(s, 302, 301)), "redirected: ~/c"),
                row(
                        "301 with a fragment",
                        s -> s.judge(s.visited("a", JudgeScene.redirect(301, s.answered("b", 200), "x"))),
                        "moved: ~/b#x"),
                row(
                        "302 with a fragment",
                        s -> s.judge(s.visited("a", JudgeScene.redirect(302, s.answered("b", 200), "x"))),
                        "redirected: ~/b"),
                row(
                        "link with an anchor of the end",
                        s -> s.judge("a#here", s.redirect("a", 301, s.page("b", "here"))),
                        "moved: ~/b"),
                row(
                        "link with an anchor that the end lacks",
                        s -> s.judge("a#gone", s.redirect("a", 301, s.page("b", "here"))),
                        "missing-fragment"),
                row(
                        "link with a fragment that a redirect replaces",
                        s -> s.judge("a#gone", s.visited("a", JudgeScene.redirect(302, s.page("b", "here"), "here"))),
                        "redirected: ~/b"));
    }

    private static int two(JudgeScene s, int first, int second) {
        return s.redirect("a", first, s.redirect("b", second, s.answered("c", 200)));
    }

    /** Permanent redirects that no reader notices. */
    private static List<JudgeRow> trivial() {
        return List.of(
                row(
                        "301 that adds a slash",
                        s -> s.judge(s.redirect("a", 301, s.answered("a/", 200))),
                        "redirected: ~/a/"),
                row(
                        "301 that removes a slash",
                        s -> s.judge(s.redirect("a/", 301, s.answered("a", 200))),
                        "redirected: ~/a"),
                row("301 to https", s -> s.judge(s.at(plain(s), moved(s.answered("a", 200)))), "redirected: ~/a"),
                row(
                        "301 from https",
                        s -> s.judge(s.redirect("a", 301, s.at(plain(s), new Outcome.Answered(200, 1)))),
                        "moved: http://site.example/a",
                        "moved: http://other.org/a"),
                row(
                        "301 to www",
                        s -> s.judge(s.redirect("a", 301, s.at(www(s), new Outcome.Answered(200, 1)))),
                        "redirected: https://www.site.example/a",
                        "redirected: https://www.other.org/a"),
                row(
                        "301 that adds a fragment",
                        s -> s.judge(s.visited("a", JudgeScene.redirect(301, s.answered("a/", 200), "x"))),
                        "moved: ~/a/#x"));
    }

    private static Outcome moved(int to) {
        return JudgeScene.redirect(301, to, null);
    }

    private static String plain(JudgeScene s) {
        return s.url("a").replace("https:", "http:");
    }

    private static String www(JudgeScene s) {
        return s.url("a").replace("https://", "https://www.");
    }
}
