// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.target;

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
 * The settings for single hosts. If several rules match a host, the first one that has a value for a setting applies.
 * Immutable and thread-safe.
 *
 * @param rules in the order of the configuration
 */
public record HostRules(List<HostRule> rules) {

    /** No rules: the general settings apply to all hosts. */
    public static final HostRules NONE = new HostRules(List.of());

    /** Copies the list. */
    public HostRules {
        rules = List.copyOf(rules);
    }

    /** Returns the hosts that are named exactly: a reserved name that the user names is a real one. */
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
     * Returns the maximum number of requests in flight to a host.
     *
     * @param host host and port, such as {@code example.org:443}
     * @param usual the general setting
     */
    public int concurrency(String host, int usual) {
        Integer own = first(host, HostRule::concurrency);
        return own == null ? usual : own;
    }

    /** Returns the minimum time between two requests to a host, given as for {@link #concurrency}. */
    public Duration interval(String host, Duration usual) {
        Duration own = first(host, HostRule::interval);
        return own == null ? usual : own;
    }

    /** Returns which statuses of a target are accepted: the general ones and those of its host. */
    public IntPredicate accepts(Targets targets, int target, IntPredicate usual) {
        IntPredicate own = ofTarget(targets, target, HostRule::accepts);
        return own == null ? usual : usual.or(own);
    }

    /** Returns which statuses of a URL are accepted: the general ones and those of its host. */
    public IntPredicate accepts(WebUrl url, IntPredicate usual) {
        IntPredicate own = ofUrl(url, HostRule::accepts);
        return own == null ? usual : usual.or(own);
    }

    /** Returns in which zones the anchors of a target are judged. */
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
        // Most rules do not have the setting; then the URL need not be parsed.
        if (rules.isEmpty()
                || rules.stream().allMatch(rule -> part.apply(rule) == null)
                || !(WebUrl.parse(targets.url(target)) instanceof WebUrl url && url.isHttp())) {
            return null;
        }
        return ofUrl(url, part);
    }

    private <T> @Nullable T ofUrl(WebUrl url, Function<HostRule, @Nullable T> part) {
        return rules.stream()
                .filter(rule -> rule.name().matches(url))
                .map(part)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
