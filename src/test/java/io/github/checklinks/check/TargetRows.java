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

/** The verdicts on links to targets of every kind, with every outcome, and on links of every state. */
final class TargetRows {

    private TargetRows() {}

    static Stream<JudgeRow> rows() {
        return Stream.of(kinds(), responses(), failures(), states()).flatMap(List::stream);
    }

    private static List<JudgeRow> kinds() {
        return List.of(
                row("file", s -> s.judge(s.target("x", TargetKind.FILE)), "ok", NEVER),
                row("no file", s -> s.judge(s.target("x", TargetKind.ABSENT)), "missing-file", NEVER),
                row("unreadable file", TargetRows::unreadable, "unreadable: why", NEVER),
                row("file that cannot be read, without any link to it", TargetRows::unread, "unreadable: why", NEVER),
                row("page without any link to it", TargetRows::orphan, "orphan", NEVER),
                row("page not visited", s -> s.judge(s.target("x", TargetKind.FOLLOW)), "skipped: limit", NEVER),
                row("probe not visited", s -> s.judge(s.target("x", TargetKind.PROBE)), NEVER, "skipped: limit"),
                row("not requested", s -> s.judge(notRequested(s, SkipReason.LIMIT)), "skipped: limit"),
                row(
                        "host with a private address",
                        s -> s.judge(notRequested(s, SkipReason.PRIVATE_ADDRESS)),
                        "skipped: private-address"),
                row("private host", s -> s.judge(s.target("x", TargetKind.LOCAL_ADDRESS)), NEVER, "local-address"),
                skipped(SkipReason.EXCLUDED, "skipped: excluded", "skipped: excluded"),
                skipped(SkipReason.SCHEME, NEVER, "skipped: scheme"),
                skipped(SkipReason.OFFLINE, "skipped: offline", "skipped: offline"),
                skipped(SkipReason.EXTERNAL, NEVER, "skipped: external"),
                skipped(SkipReason.RESERVED_NAME, NEVER, "skipped: reserved-name"),
                skipped(SkipReason.ROBOTS, "skipped: robots", NEVER),
                skipped(SkipReason.OTHER_MODULE, "skipped: other-module", NEVER),
                row("sitemap that was read although links to it are skipped", TargetRows::readSitemap, NEVER, "ok"));
    }

    private static JudgeRow skipped(SkipReason reason, String onSite, String external) {
        return row("skipped as " + reason, s -> s.judge(s.skipped(s.url("x"), reason)), onSite, external);
    }

    private static int notRequested(JudgeScene s, SkipReason reason) {
        return s.visited("x", new Outcome.NotRequested(reason));
    }

    private static Judged unreadable(JudgeScene s) {
        int target = s.target("x", TargetKind.FILE);
        s.builder().unreadable().addFile(s.made().facts().targets().file(target), JudgeScene.WHY);
        return s.judge(target);
    }

    private static Judged unread(JudgeScene s) {
        int target = s.target("x", TargetKind.FILE);
        s.builder().unreadable().addFile(s.made().facts().targets().file(target), JudgeScene.WHY);
        return s.judge(StandIn.unreadFile(target, "x", "x"));
    }

    private static Judged orphan(JudgeScene s) {
        return s.judge(StandIn.orphan(s.target("x", TargetKind.FILE), "x"));
    }

    private static Judged readSitemap(JudgeScene s) {
        int target = s.skipped(s.url("sitemap.xml"), SkipReason.EXTERNAL);
        s.builder().setOutcome(target, new Outcome.Answered(200, 1));
        return s.judge(target);
    }

    private static List<JudgeRow> responses() {
        return List.of(
                status(200, "ok"),
                status(204, "ok"),
                status(299, "ok"),
                status(300, "bad-status: 300"),
                status(304, "bad-status: 304"),
                status(400, "bad-status: 400"),
                status(401, "blocked: 401"),
                status(403, "blocked: 403"),
                status(404, "not-found: 404"),
                status(405, "bad-status: 405"),
                status(407, "blocked: 407"),
                status(408, "timed-out: 408"),
                status(410, "not-found: 410"),
                status(425, "blocked: 425"),
                status(429, "blocked: 429"),
                status(451, "blocked: 451"),
                status(499, "bad-status: 499"),
                status(500, "server-error: 500"),
                status(599, "server-error: 599"),
                status(600, "bad-status: 600"),
                status(999, "blocked: 999"),
                row("accepted status", s -> s.accepting("403").judge(s.answered("x", 403)), "ok"),
                row("accepted range", s -> s.accepting("400-499").judge(s.answered("x", 404)), "ok"),
                row("status accepted of the host", s -> s.host(503, null).judge(s.answered("x", 503)), "ok"),
                row(
                        "status not accepted of the host",
                        s -> s.host(503, null).judge(s.answered("x", 404)),
                        "not-found: 404"),
                row(
                        "status accepted besides that of the host",
                        s -> s.host(503, null).accepting("404").judge(s.answered("x", 404)),
                        "ok"),
                row(
                        "start page with a status",
                        s -> s.judge(StandIn.start(s.answered("", 500), "")),
                        "server-error: 500"),
                row("seed that is not there", s -> s.judge(StandIn.seed(s.answered("x", 404), "")), "not-found: 404"),
                row(
                        "seed that is excluded",
                        s -> s.judge(StandIn.seed(s.skipped(s.url(""), SkipReason.EXCLUDED), "")),
                        "skipped: excluded"));
    }

    private static JudgeRow status(int status, String verdict) {
        return row("status " + status, s -> s.judge(s.answered("x", status)), verdict);
    }

    private static List<JudgeRow> failures() {
        return List.of(
                failure(FailureCause.TIMED_OUT, "timed-out: why"),
                failure(FailureCause.UNREACHABLE, "unreachable: why"),
                failure(FailureCause.UNTRUSTED, "untrusted: why"),
                failure(FailureCause.UNKNOWN_HOST, "unknown-host: why"),
                failure(FailureCause.FORBIDDEN_ADDRESS, "skipped: why"),
                failure(FailureCause.RATE_LIMITED, "blocked: why"),
                failure(FailureCause.ROBOTS_FORBIDDEN, "blocked: why"),
                failure(FailureCause.ROBOTS_UNAVAILABLE, "server-error: why"),
                failure(FailureCause.REDIRECT_WITHOUT_LOCATION, "redirect-loop: why"),
                failure(FailureCause.REDIRECT_NOT_FOLLOWED, "redirect-loop: why"),
                failure(FailureCause.UNRECORDED, "unrecorded: why"),
                failure(FailureCause.TRUNCATED, "too-large: why"),
                failure(FailureCause.UNREADABLE_FILE, "unreadable: why", NEVER),
                withoutNetwork(FailureCause.TIMED_OUT, "timed-out: why", "no-network: why"),
                withoutNetwork(FailureCause.UNREACHABLE, "unreachable: why", "no-network: why"),
                withoutNetwork(FailureCause.UNKNOWN_HOST, "unknown-host: why", "no-network: why"),
                withoutNetwork(FailureCause.UNTRUSTED, "untrusted: why", "untrusted: why"),
                withoutNetwork(FailureCause.RATE_LIMITED, "blocked: why", "blocked: why"));
    }

    private static JudgeRow failure(FailureCause cause, String verdict) {
        return failure(cause, verdict, verdict);
    }

    private static JudgeRow failure(FailureCause cause, String onSite, String external) {
        return row("failure " + cause, s -> s.judge(s.failed(cause)), onSite, external);
    }

    private static JudgeRow withoutNetwork(FailureCause cause, String onSite, String external) {
        return row(
                "failure " + cause + " without a network",
                s -> {
                    s.builder()
                            .setUnreached(Set.of(
                                    FailureCause.TIMED_OUT, FailureCause.UNREACHABLE, FailureCause.UNKNOWN_HOST));
                    return s.judge(s.failed(cause));
                },
                onSite,
                external);
    }

    private static List<JudgeRow> states() {
        return List.of(
                state(LinkState.ORDINARY, "ok"),
                state(LinkState.IGNORED, "skipped: ignored"),
                state(LinkState.EXCLUDED, "skipped: excluded"),
                state(LinkState.HINT, "skipped: resource-hint"),
                state(LinkState.POST, "skipped: form"),
                state(LinkState.PLACEHOLDER, "placeholder"),
                row(
                        "above the root",
                        s -> s.judge("../x", LinkState.OUTSIDE, s.answered("x", 200)),
                        "outside-site",
                        NEVER),
                row(
                        "malformed host",
                        s -> s.judge("http://[", LinkState.MALFORMED, -1),
                        NEVER,
                        "malformed-url: the host \"[\" lacks its closing bracket"),
                row(
                        "no host",
                        s -> s.judge("http:", LinkState.MALFORMED, -1),
                        "malformed-url: the host is missing",
                        NEVER),
                row(
                        "mistyped scheme",
                        s -> s.judge("htp://x/", LinkState.MALFORMED, s.skipped("htp://x/", SkipReason.SCHEME)),
                        NEVER,
                        "malformed-url: browsers do not know the scheme htp:"),
                row(
                        "empty src",
                        s -> s.judge("img", "src", "", LinkState.EMPTY, s.page("x")),
                        "malformed-url: an empty src loads nothing",
                        NEVER),
                row(
                        "empty srcset",
                        s -> s.judge("img", "srcset", ",", LinkState.EMPTY, -1),
                        "malformed-url: an empty srcset offers no image",
                        NEVER));
    }

    private static JudgeRow state(LinkState linkState, String verdict) {
        return row("link " + linkState, s -> s.judge(s.url("x"), linkState, s.answered("x", 200)), verdict);
    }
}
