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

/** Converts the network parameters to settings of a check. Each method throws {@link IllegalArgumentException} for an invalid value. */
final class NetworkMapper {

    private final CheckParameters parameters;
    private final List<NamedHost> hosts;

    NetworkMapper(CheckParameters parameters, List<NamedHost> hosts) {
        this.parameters = parameters;
        this.hosts = hosts;
    }

    /** Returns the limits for the number and rate of requests. */
    Politeness politeness() {
        return new Politeness(
                NumberParameter.whole("concurrency", parameters.concurrency, 1, 256),
                siteConcurrency(),
                hostConcurrency(),
                DurationParameter.of("requestInterval", parameters.requestInterval),
                NumberParameter.whole("retries", parameters.retries, 0, 2),
                DurationParameter.of("maxRetryAfter", parameters.maxRetryAfter),
                NumberParameter.whole("maxRedirects", parameters.maxRedirects, 0, 10));
    }

    /** Returns the settings of individual hosts. */
    HostRules hostRules() {
        List<HostRule> rules = new ArrayList<>();
        for (NamedHost host : hosts) {
            rules.add(host.rule());
        }
        return new HostRules(rules);
    }

    /**
     * Returns the settings of the HTTP client.
     *
     * @param siteOrigin the origin of a served site; null for a directory
     * @param headersOnCommandLine the headers given on the command line; null if there are none
     * @param version the version of this plugin
     */
    HttpSettings http(
            @Nullable String siteOrigin,
            @Nullable String headersOnCommandLine,
            List<HttpSettings.Proxy> proxies,
            String version) {
        String userAgent = TextParameter.orNull(parameters.userAgent);
        return new HttpSettings(
                DurationParameter.positive("connectTimeout", parameters.connectTimeout),
                DurationParameter.positive("responseTimeout", parameters.responseTimeout),
                DurationParameter.positive("linkTimeout", parameters.linkTimeout),
                SizeParameter.of("maxBodySize", parameters.maxBodySize),
                userAgent == null
                        ? "check-links-maven-plugin/" + version
                        : TextParameter.oneLine("userAgent", userAgent),
                siteOrigin,
                HeaderParameter.of(parameters.headers, headersOnCommandLine),
                RequestMapper.patterns("allowPrivate", parameters.allowPrivate),
                proxies,
                NumberParameter.whole("concurrency", parameters.concurrency, 1, 256),
                mostConnectionsPerHost(),
                EnumParameter.bool("http2", parameters.http2),
                hostSettings());
    }

    private List<HostSettings> hostSettings() {
        List<HostSettings> settings = new ArrayList<>();
        for (NamedHost host : hosts) {
            settings.add(host.sent());
        }
        return settings;
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
     * Returns the settings of the cache of responses from other sites.
     *
     * @param unused whether no cache is of use, because Maven is offline, for example
     * @return null if the cache is disabled or unused
     */
    @Nullable
    CacheSettings cache(Path localRepository, boolean unused) {
        Duration maxAge = DurationParameter.of("cacheMaxAge", parameters.cacheMaxAge);
        boolean enabled = EnumParameter.bool("cache", parameters.cache);
        return enabled && !unused
                ? new CacheSettings(localRepository.resolve(".cache").resolve("check-links"), maxAge, Clock.systemUTC())
                : null;
    }

    private int siteConcurrency() {
        return NumberParameter.whole("siteConcurrency", parameters.siteConcurrency, 1, 32);
    }

    private int hostConcurrency() {
        return NumberParameter.whole("hostConcurrency", parameters.hostConcurrency, 1, 6);
    }
}
