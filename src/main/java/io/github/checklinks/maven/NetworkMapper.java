// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.crawl.cache.CacheSettings;
import io.github.checklinks.crawl.schedule.Politeness;
import io.github.checklinks.crawl.target.HostRule;
import io.github.checklinks.crawl.target.HostRules;
import io.github.checklinks.fetch.HostSettings;
import io.github.checklinks.fetch.HttpSettings;
import io.github.checklinks.maven.parameter.DurationParameter;
import io.github.checklinks.maven.parameter.EnumParameter;
import io.github.checklinks.maven.parameter.HeaderParameter;
import io.github.checklinks.maven.parameter.NamedHost;
import io.github.checklinks.maven.parameter.NumberParameter;
import io.github.checklinks.maven.parameter.SizeParameter;
import io.github.checklinks.maven.parameter.TextParameter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what users typed about the network into what a check needs. Each method throws {@link IllegalArgumentException} for what cannot be obeyed. */
final class NetworkMapper {

    private final CheckParameters typed;
    private final List<NamedHost> hosts;

    NetworkMapper(CheckParameters typed, List<NamedHost> hosts) {
        this.typed = typed;
        this.hosts = hosts;
    }

    /** How many requests, how fast. */
    Politeness politeness() {
        return new Politeness(
                NumberParameter.whole("concurrency", typed.concurrency, 1, 256),
                siteConcurrency(),
                hostConcurrency(),
                DurationParameter.of("requestInterval", typed.requestInterval),
                NumberParameter.whole("retries", typed.retries, 0, 2),
                DurationParameter.of("maxRetryAfter", typed.maxRetryAfter),
                NumberParameter.whole("maxRedirects", typed.maxRedirects, 0, 10),
                new HostRules(rules()));
    }

    private List<HostRule> rules() {
        List<HostRule> rules = new ArrayList<>();
        for (NamedHost host : hosts) {
            rules.add(host.rule());
        }
        return rules;
    }

    /**
     * How requests are made.
     *
     * @param siteOrigin the origin of a served site; null for a built one
     * @param typedHeaders the headers of the command line; null when there are none
     * @param version of this plugin
     */
    HttpSettings http(
            @Nullable String siteOrigin,
            @Nullable String typedHeaders,
            List<HttpSettings.Proxy> proxies,
            String version) {
        String userAgent = TextParameter.orNull(typed.userAgent);
        return new HttpSettings(
                DurationParameter.positive("connectTimeout", typed.connectTimeout),
                DurationParameter.positive("responseTimeout", typed.responseTimeout),
                DurationParameter.positive("linkTimeout", typed.linkTimeout),
                SizeParameter.of("maxBodySize", typed.maxBodySize),
                userAgent == null
                        ? "check-links-maven-plugin/" + version
                        : TextParameter.oneLine("userAgent", userAgent),
                siteOrigin,
                HeaderParameter.of(typed.headers, typedHeaders),
                RequestMapper.patterns("allowPrivate", typed.allowPrivate),
                proxies,
                NumberParameter.whole("concurrency", typed.concurrency, 1, 256),
                mostConnectionsPerHost(),
                EnumParameter.bool("http2", typed.http2),
                sent());
    }

    private List<HostSettings> sent() {
        List<HostSettings> sent = new ArrayList<>();
        for (NamedHost host : hosts) {
            sent.add(host.sent());
        }
        return sent;
    }

    private int mostConnectionsPerHost() {
        int most = Math.max(siteConcurrency(), hostConcurrency());
        for (NamedHost host : hosts) {
            Integer own = host.rule().concurrency();
            most = own == null ? most : Math.max(most, own);
        }
        return most;
    }

    /**
     * Where good answers of other sites are remembered.
     *
     * @return null when nothing is, because that is not wanted or nobody is asked
     */
    @Nullable
    CacheSettings cache(Path localRepository, boolean offline) {
        Duration maxAge = DurationParameter.of("cacheMaxAge", typed.cacheMaxAge);
        boolean wanted = EnumParameter.bool("cache", typed.cache);
        return wanted && !offline
                ? new CacheSettings(localRepository.resolve(".cache").resolve("check-links"), maxAge, Clock.systemUTC())
                : null;
    }

    private int siteConcurrency() {
        return NumberParameter.whole("siteConcurrency", typed.siteConcurrency, 1, 32);
    }

    private int hostConcurrency() {
        return NumberParameter.whole("hostConcurrency", typed.hostConcurrency, 1, 6);
    }
}
