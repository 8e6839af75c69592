// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.check.CheckRequest;
import io.github.checklinks.check.Gate;
import io.github.checklinks.check.policy.Baseline;
import io.github.checklinks.check.policy.Policy;
import io.github.checklinks.check.policy.Severities;
import io.github.checklinks.crawl.CrawlLimits;
import io.github.checklinks.crawl.ReadingSettings;
import io.github.checklinks.crawl.directory.FileLookup;
import io.github.checklinks.crawl.schedule.Politeness;
import io.github.checklinks.crawl.target.Acceptance;
import io.github.checklinks.crawl.target.HostRules;
import io.github.checklinks.crawl.target.ScopeSettings;
import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.fetch.HttpSettings;
import io.github.checklinks.model.Site;
import io.github.checklinks.model.Sources;
import io.github.checklinks.model.Zone;
import io.github.checklinks.report.Format;
import io.github.checklinks.url.Patterns;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** A check in a JVM of its own, which the test terminates. */
final class StoppedBuild {

    private static final Duration LONG = Duration.ofMinutes(1);

    private static final Patterns LOOPBACK = Patterns.of("allowPrivate", List.of("127.0.0.1"));

    private StoppedBuild() {}

    public static void main(String[] args) throws Exception {
        run(Path.of(args[0]));
    }

    /** Checks the site in {@code target/site}, with reports in {@code reports}. */
    static void run(Path directory) throws Exception {
        CheckRequest request = new CheckRequest(
                new Site.Built(directory.resolve("target/site"), "https://site.invalid/", false),
                List.of(),
                new ReadingSettings(LinkAttributes.STANDARD, Patterns.NONE, Patterns.NONE, FileLookup.STANDARD),
                new ScopeSettings(Patterns.NONE, LOOPBACK, ScopeSettings.Reach.EVERYWHERE),
                new Acceptance(status -> status == 200, Set.of(Zone.SITE)),
                new Policy(List.of(), Severities.of(List.of(), List.of(), List.of()), Baseline.EMPTY),
                new CrawlLimits(List.of(), 9, 9, LONG, true),
                new Politeness(9, 9, 9, Duration.ZERO, 2, LONG, 9),
                HostRules.NONE,
                new ConcurrentHashMap<>(),
                new HttpSettings(
                        LONG,
                        LONG,
                        LONG,
                        1 << 20,
                        "check-links-maven-plugin/test",
                        null,
                        Map.of(),
                        LOOPBACK,
                        List.of(),
                        9,
                        9,
                        false,
                        List.of()),
                Sources.NONE,
                false,
                directory.resolve("work"),
                null);
        Gate gate = new Gate(-1, -1, -1, 0, 0, false);
        Plan plan = new Plan(
                request,
                directory.resolve("none.json"),
                gate,
                OtherModules.NONE,
                new Advice("mvn check-links:baseline", true),
                new StalePlaces(directory, directory.resolve("none.json"), null, "mvn check-links:baseline"),
                directory.resolve("reports"),
                Set.of(Format.JSON));
        new CheckRun(plan, new SystemStreamLog(), new Object(), Optional.empty()).run();
    }
}
