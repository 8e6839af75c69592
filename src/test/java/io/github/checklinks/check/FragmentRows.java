// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static io.github.checklinks.check.JudgeRow.NEVER;
import static io.github.checklinks.check.JudgeRow.row;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.checklinks.check.JudgeScene.Judged;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.facts.PageResult;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.facts.store.AnchorHash;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.WebUrl;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** The verdicts on links with a fragment. */
final class FragmentRows {

    private static final String UNSURE = "ok: fragment-unverifiable";

    private FragmentRows() {}

    static Stream<JudgeRow> rows() {
        return Stream.of(zones(), names(), scripts(), documents(), refreshes(), maps())
                .flatMap(List::stream);
    }

    /** Where the anchors are checked at all. */
    private static List<JudgeRow> zones() {
        Set<Zone> site = EnumSet.of(Zone.SITE);
        Set<Zone> none = EnumSet.noneOf(Zone.class);
        return List.of(
                row(
                        "#gone, checked on the site",
                        s -> s.fragments(site).judge("x#gone", s.page("x", "here")),
                        "missing-fragment",
                        "ok"),
                row("#gone, checked nowhere", s -> s.fragments(none).judge("x#gone", s.page("x", "here")), "ok"),
                row(
                        "#gone, checked at the host",
                        s -> s.fragments(none)
                                .host(0, EnumSet.allOf(Zone.class))
                                .judge("x#gone", s.page("x", "here")),
                        "missing-fragment"),
                row("#gone, not checked at the host", s -> s.host(0, none).judge("x#gone", s.page("x", "here")), "ok"),
                row("no map, checked nowhere", s -> s.fragments(none).judgeMap("#gone", withMap(s)), "ok", NEVER));
    }

    private static List<JudgeRow> names() {
        return List.of(
                on("here", "x#here", "ok"),
                on("here", "x#gone", "missing-fragment"),
                on("here", "x#Here", "missing-fragment"),
                on("here", "x#", "ok"),
                on("here", "x#top", "ok"),
                on("here", "x#TOP", "ok"),
                on("here", "x#%74op", "ok"),
                on("here", "x# ", "ok"),
                on("here", "x#he\nre", "ok"),
                on("here", "x#:~:text=word", "ok"),
                on("here", "x#here:~:text=word", "ok"),
                on("here", "x#gone:~:text=word", "missing-fragment"),
                on("h\u00e9re", "x#h%C3%A9re", "ok"),
                on("h%C3%A9re", "x#h\u00e9re", "ok"),
                on("L1 L3", "x#L1-L3", "ok"),
                on("L1 L3", "x#L1-L4", "missing-fragment"),
                on("19 22", "x#19-22", "ok"));
    }

    /** Returns the row for a page with these anchors. */
    private static JudgeRow on(String anchors, String text, String verdict) {
        return on(anchors, text, verdict, verdict);
    }

    private static JudgeRow on(String anchors, String text, String onSite, String external) {
        String[] names = anchors.isEmpty() ? new String[0] : anchors.split(" ", -1);
        return row(
                text + " on a page with \"" + anchors + "\"", s -> s.judge(text, s.page("x", names)), onSite, external);
    }

    /** Anchors that scripts may create. */
    private static List<JudgeRow> scripts() {
        return List.of(
                on("here", "x#!/route", UNSURE),
                on("here", "x#/route", UNSURE),
                on("", "x#gone", "missing-fragment", UNSURE),
                on("here", "x#L10", "missing-fragment", UNSURE),
                on("here", "x#L10-L20", "missing-fragment", UNSURE),
                on("L1", "x#L10", "missing-fragment"),
                on("here", "x#note_12", "missing-fragment", UNSURE),
                on("here", "x#issuecomment-1", "missing-fragment", UNSURE),
                on("user-content-gone", "x#gone", "missing-fragment", UNSURE),
                row("anchor of a code host", FragmentRows::codeHost, NEVER, UNSURE),
                row("anchor behind a bot wall", s -> wall(s, "x#gone"), UNSURE),
                row("top behind a bot wall", s -> wall(s, "x#top"), "ok"));
    }

    private static Judged codeHost(JudgeScene s) {
        int target = s.at("https://github.com/acme/x", new Outcome.Answered(200, 1));
        s.made().page(target, "here");
        return s.judge("https://github.com/acme/x#gone", target);
    }

    private static Judged wall(JudgeScene s, String text) {
        int target = s.page("x", "here");
        Response.Answer challenge =
                new Response.Answer(200, null, "text/html", null, List.of(), true, new byte[0], false);
        s.builder().unread().note(target, true, WebUrl.ofSerialised(s.url("x")), challenge, false);
        return s.judge(text, target);
    }

    private static List<JudgeRow> documents() {
        return List.of(
                row("page that was not read", s -> s.judge("x#gone", s.answered("x", 200)), "ok"),
                row(
                        "file that was not read",
                        s -> s.judge("x.pdf#page=2", s.target("x.pdf", TargetKind.FILE)),
                        "ok",
                        NEVER),
                row("page from a file", FragmentRows::file, "missing-fragment", NEVER),
                row("style sheet", s -> s.judge("x.css#gone", read(s, "x.css", DocumentType.CSS)), "ok"),
                row(
                        "anchor of an image",
                        s -> s.judge("x.svg#gone", read(s, "x.svg", DocumentType.SVG)),
                        "missing-fragment",
                        UNSURE),
                row(
                        "view of an image",
                        s -> s.judge("x.svg#svgView(viewBox(0,0,9,9))", read(s, "x.svg", DocumentType.SVG)),
                        "ok"),
                row(
                        "part of an image with a query",
                        s -> s.judge("x.svg?v=1#xywh=1,2,3,4", read(s, "x.svg?v=1", DocumentType.SVG)),
                        "ok"),
                on("here", "x#xywh=1,2,3,4", "missing-fragment"));
    }

    private static Judged file(JudgeScene s) {
        int target = s.target("x", TargetKind.FILE);
        s.made().page(target, "here");
        return s.judge("x#gone", target);
    }

    private static int read(JudgeScene s, String path, DocumentType documentType) {
        int target = s.answered(path, 200);
        s.made().page(target, -1, documentType);
        return target;
    }

    /** Pages that refresh to another at once. */
    private static List<JudgeRow> refreshes() {
        return List.of(
                refresh("a page with the anchor", s -> s.page("y", "gone"), "ok"),
                refresh("a page without it", s -> s.page("y", "other"), "missing-fragment"),
                refresh("a redirect to a page with the anchor", s -> s.redirect("r", 302, s.page("y", "gone")), "ok"),
                refresh("a page that refreshes to one with the anchor", s -> stub(s, "z", s.page("y", "gone")), "ok"),
                refresh("a page that was not read", s -> s.answered("y", 200), "ok"),
                refresh("nothing", s -> s.answered("y", 404), "missing-fragment"),
                refresh("a missing file", s -> s.target("y", TargetKind.ABSENT), "missing-fragment", NEVER),
                refresh("redirects in a circle", FragmentRows::circle, "missing-fragment"),
                refresh("a page that denies access", s -> s.answered("y", 403), "missing-fragment", "ok"),
                refresh("a failure that may pass", s -> s.failed(FailureCause.TIMED_OUT), "missing-fragment", "ok"),
                row("anchor of a page that refreshes to itself", FragmentRows::itself, "missing-fragment"));
    }

    private static JudgeRow refresh(String to, ToIntFunction<JudgeScene> target, String verdict) {
        return refresh(to, target, verdict, verdict);
    }

    private static JudgeRow refresh(String to, ToIntFunction<JudgeScene> target, String onSite, String external) {
        return row(
                "anchor of a page that refreshes to " + to,
                s -> s.judge("x#gone", stub(s, "x", target.applyAsInt(s))),
                onSite,
                external);
    }

    private static int stub(JudgeScene s, String path, int to) {
        int target = s.answered(path, 200);
        s.made().pageWithRefresh(target, to, "here");
        return target;
    }

    private static int circle(JudgeScene s) {
        int target = s.answered("y", 200);
        s.builder().setOutcome(target, JudgeScene.redirect(302, target, null));
        return target;
    }

    private static Judged itself(JudgeScene s) {
        int target = s.answered("x", 200);
        s.made().pageWithRefresh(target, target, "here");
        return s.judge("x#gone", target);
    }

    private static List<JudgeRow> maps() {
        String none = "missing-fragment: no such map";
        return List.of(
                row("map", s -> s.judgeMap("#map", withMap(s)), "ok", NEVER),
                row("map that is not there", s -> s.judgeMap("#gone", withMap(s)), none, NEVER),
                row("anchor in place of a map", s -> s.judgeMap("#here", withMap(s)), none, NEVER),
                row("map without a name", s -> s.judgeMap("#", withMap(s)), none, NEVER),
                row("map without #", s -> s.judgeMap("map", withMap(s)), none, NEVER));
    }

    /** Returns a page with the anchor {@code here} and the map {@code map}. */
    private static int withMap(JudgeScene s) {
        long[] names = Stream.of(
                        AnchorHash.of("here".getBytes(UTF_8), 0, 4), AnchorHash.ofMap("map".getBytes(UTF_8), 0, 3))
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        PageResult page = new PageResult(0, new int[0], new int[0], names, new byte[0], new byte[0], -1, false, false);
        try {
            return s.builder().addPage(s.answered("x", 200), page, DocumentType.HTML, false);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
