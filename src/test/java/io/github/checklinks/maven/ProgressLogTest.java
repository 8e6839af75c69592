// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLogTest {

    private final List<String> lines = new ArrayList<>();
    private long now = Long.MAX_VALUE - 5; // the origin of nanoTime is arbitrary, and it may overflow

    private final ProgressLog progress = new ProgressLog(lines::add, () -> now);

    @Test
    void aShortRunTellsNothing() {
        progress.update(10, 100, 5);
        after(Duration.ofMillis(9_999));
        progress.update(5_000, 50_000, 0);

        assertThat(lines).isEmpty();
    }

    @Test
    void everyTenSecondsOneLineIsLogged() {
        after(Duration.ofSeconds(10));
        progress.update(1_200, 34_000, 17);
        progress.update(1_201, 34_010, 16);
        after(Duration.ofSeconds(20));
        progress.update(1_400, 35_000, 3);

        assertThat(lines)
                .containsExactly(
                        "1,200 pages read (120 a second), 34,000 links checked, 17 URLs waiting",
                        "1,400 pages read (10 a second), 35,000 links checked, 3 URLs waiting");
    }

    private void after(Duration time) {
        now += time.toNanos();
    }
}
