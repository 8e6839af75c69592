// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.check.CheckRequest;
import io.github.checklinks.check.Gate;
import io.github.checklinks.check.Trial;
import io.github.checklinks.report.Format;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** A check in a JVM of its own, which the test terminates. */
final class StoppedBuild {

    private StoppedBuild() {}

    public static void main(String[] args) throws Exception {
        run(Path.of(args[0]));
    }

    /** Checks the site in {@code target/site}, with reports in {@code reports}. */
    static void run(Path directory) throws Exception {
        CheckRequest request = new Trial(directory.resolve("target"))
                .askingOutside()
                .patience(Duration.ofMinutes(1))
                .withoutLedger()
                .request();
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
