// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.policy.AcceptedStatuses;
import io.github.checklinks.check.record.RecordLookup;
import io.github.checklinks.crawl.target.Acceptance;
import io.github.checklinks.crawl.target.HostRule;
import io.github.checklinks.crawl.target.HostRules;
import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkKind;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.FactsBuilder;
import io.github.checklinks.facts.HandMadeFacts;
import io.github.checklinks.facts.LinkState;
import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.facts.TargetClassification;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Verdict;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.HostPattern;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts about targets of one zone, written by hand, and the judge who knows them. Anchors are checked in both zones. */
final class JudgeScene {

    private static final String ELSEWHERE = "https://other.org/";

    /** The detail of every failure. */
    static final String WHY = "why";

    private final HandMadeFacts made = new HandMadeFacts();
    private final Zone zone;
    private AcceptedStatuses statuses = AcceptedStatuses.of("acceptStatuses", List.of());
    private Set<Zone> fragmentZones = EnumSet.allOf(Zone.class);
    private HostRules hosts = HostRules.NONE;

    JudgeScene(Zone zone) {
        this.zone = zone;
    }

    /**
     * A link that was judged.
     *
     * @param facts what was known
     * @param linkState the state of the link
     * @param zone the zone of its target
     */
    record Judged(Facts facts, LinkState linkState, Zone zone, Verdict verdict) {}

    /** Returns the URL of a path in the zone. */
    String url(String path) {
        return (zone == Zone.SITE ? HandMadeFacts.SITE : ELSEWHERE) + path;
    }

    /** Adds a target of any kind that was not visited. */
    int target(String path, TargetKind targetKind) {
        return made.target(url(path), targetKind, zone);
    }

    /** Adds a target that was visited. */
    int visited(String path, Outcome outcome) {
        return at(url(path), outcome);
    }

    /** Adds a target with any URL that was visited. */
    int at(String url, Outcome outcome) {
        int target = made.target(url, zone == Zone.SITE ? TargetKind.FOLLOW : TargetKind.PROBE, zone);
        made.builder().setOutcome(target, outcome);
        return target;
    }

    int answered(String path, int status) {
        return visited(path, new Outcome.Answered(status, 1));
    }

    int failed(FailureCause cause) {
        return visited("failed", new Outcome.Failed(cause, WHY, 0, 1));
    }

    int redirect(String path, int status, int to) {
        return visited(path, redirect(status, to, null));
    }

    static Outcome redirect(int status, int to, @Nullable String fragment) {
        return new Outcome.Redirected(status, to, fragment, 1);
    }

    int skipped(String url, SkipReason reason) {
        return made.facts().targets().add(url, TargetClassification.skipped(reason), zone);
    }

    /** Adds a page that was read, with its anchors. */
    int page(String path, String... anchors) {
        int target = answered(path, 200);
        made.page(target, anchors);
        return target;
    }

    /** Returns the facts, for what is added rarely. */
    HandMadeFacts made() {
        return made;
    }

    FactsBuilder builder() {
        return made.builder();
    }

    JudgeScene accepting(String... items) {
        statuses = AcceptedStatuses.of("acceptStatuses", List.of(items));
        return this;
    }

    JudgeScene fragments(Set<Zone> zones) {
        fragmentZones = zones;
        return this;
    }

    /** Has another rule for the host of the zone: which further status it accepts, and where its anchors are checked. */
    JudgeScene host(int accepted, @Nullable Set<Zone> zones) {
        String host = url("").substring("https://".length(), url("").length() - 1);
        hosts = new HostRules(
                List.of(new HostRule(HostPattern.of("name", host), null, null, status -> status == accepted, zones)));
        return this;
    }

    /** Judges a link of an {@code a} element to a target. */
    Judged judge(int target) {
        return judge(made.facts().targets().url(target), target);
    }

    Judged judge(String text, int target) {
        return judge(text, LinkState.ORDINARY, target);
    }

    Judged judge(String text, LinkState linkState, int target) {
        return judge("a", "href", text, linkState, target);
    }

    Judged judge(String element, String attribute, String text, LinkState linkState, int target) {
        return judge(new LinkAttribute(element, attribute, LinkKind.LINK), text, linkState, target, -1);
    }

    /** Judges a {@code usemap} on a page. */
    Judged judgeMap(String text, int page) {
        LinkAttribute usemap = new LinkAttribute("img", "usemap", LinkKind.MAP);
        return judge(usemap, text, LinkState.ORDINARY, made.facts().pageTarget(page), page);
    }

    private Judged judge(LinkAttribute linkAttribute, String text, LinkState linkState, int target, int page) {
        Facts facts = made.facts();
        StoredLink link = new StoredLink(linkAttribute, linkState, target, new Position(1, 1), text);
        Judge judge = judge(facts);
        return new Judged(facts, linkState, judge.zone(link), judge.verdict(page, link));
    }

    Judged judge(StandIn standIn) {
        Facts facts = made.facts();
        Judge judge = judge(facts);
        return new Judged(facts, standIn.link().linkState(), judge.zone(standIn.link()), judge.verdict(standIn));
    }

    Judge judge(Facts facts) {
        return new Judge(
                facts, new Acceptance(statuses::accept, fragmentZones), hosts, new RecordLookup(facts, null, false));
    }
}
