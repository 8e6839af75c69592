// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.target;

import io.github.checklinks.crawl.schedule.ScheduledRequest;
import io.github.checklinks.facts.Targets;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.WebUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What holds for single hosts. Of several rules that match a host, the first that says something about a matter decides it.
 * Immutable, shared by threads.
 *
 * @param rules in the order they were typed
 */
public record HostRules(List<HostRule> rules) {

    /** Nothing special for anybody. */
    public static final HostRules NONE = new HostRules(List.of());

    /** Keeps a copy. */
    public HostRules {
        rules = List.copyOf(rules);
    }

    /** The hosts that are named one by one: a reserved name that the user names is a real one. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (HostRule rule : rules) {
            if (rule.name().isOneHost()) {
                names.add(rule.name().host());
            }
        }
        return names;
    }

    /**
     * Requests in flight to a host.
     *
     * @param host and port, as {@link ScheduledRequest#host} has them
     */
    public int concurrency(String host, int usual) {
        Integer own = first(host, HostRule::concurrency);
        return own == null ? usual : own;
    }

    /** Least time between two requests to a host, named as {@link ScheduledRequest#host} does. */
    public Duration interval(String host, Duration usual) {
        Duration own = first(host, HostRule::interval);
        return own == null ? usual : own;
    }

    /** Which statuses of a target are fine: the usual ones, and its own. */
    public IntPredicate accepts(Targets targets, int target, IntPredicate usual) {
        IntPredicate own = ofTarget(targets, target, HostRule::accepts);
        return own == null ? usual : usual.or(own);
    }

    /** In which zones the anchors of a target are judged. */
    public Set<Zone> fragmentZones(Targets targets, int target, Set<Zone> usual) {
        Set<Zone> own = ofTarget(targets, target, HostRule::fragmentZones);
        return own == null ? usual : own;
    }

    private <T> @Nullable T first(String hostAndPort, Function<HostRule, @Nullable T> part) {
        if (rules.isEmpty()) {
            return null;
        }
        int colon = hostAndPort.lastIndexOf(':');
        String host = hostAndPort.substring(0, colon);
        int port = Integer.parseInt(hostAndPort, colon + 1, hostAndPort.length(), 10);
        return rules.stream()
                .filter(rule -> rule.name().matches(host, port))
                .map(part)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private <T> @Nullable T ofTarget(Targets targets, int target, Function<HostRule, @Nullable T> part) {
        // Most rules say nothing of the matter, and an address need not be parsed to find that out.
        if (rules.isEmpty()
                || rules.stream().allMatch(rule -> part.apply(rule) == null)
                || !(WebUrl.parse(targets.url(target)) instanceof WebUrl url && url.isHttp())) {
            return null;
        }
        return rules.stream()
                .filter(rule -> rule.name().matches(url))
                .map(part)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
