// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A fixture with a check of a directory that is still empty. */
abstract class TrialFixture {

    @TempDir
    Path temporary;

    Trial trial = new Trial(Path.of("."));

    @BeforeEach
    void createTrial() {
        trial = new Trial(temporary);
    }
}
