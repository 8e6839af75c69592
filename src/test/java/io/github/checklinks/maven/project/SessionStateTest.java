// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.maven.BuildFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionStateTest {

    @TempDir
    Path directory;

    @Test
    void theFirstClaimWins() {
        MavenSession session = BuildFixture.session(directory);

        assertThat(SessionState.of(session).claim("site x", "a")).isEqualTo("a");
        assertThat(SessionState.of(session).claim("site x", "b")).isEqualTo("a");
        assertThat(SessionState.of(session).claim("site x", "a")).isEqualTo("a");
        assertThat(SessionState.of(session).claim("site y", "b")).isEqualTo("b");
    }

    @Test
    void modulesBuiltAtOnceAgreeOnOneWinner() {
        MavenSession session = BuildFixture.session(directory);
        Set<String> winners = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 1_000)
                .parallel()
                .forEach(i -> winners.add(SessionState.of(session).claim("site x", "module " + i)));

        assertThat(winners).hasSize(1);
    }

    @Test
    void anotherRunKnowsNothingOfThisOne() {
        List.of("a", "b")
                .forEach(owner -> assertThat(
                                SessionState.of(BuildFixture.session(directory)).claim("site x", owner))
                        .isEqualTo(owner));
    }
}
