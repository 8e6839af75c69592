// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** A fixture with a check of a directory, whose index page each test writes. */
abstract class DirectoryTrial extends TrialFixture {

    /** Checks the site with this body of its index page. */
    TrialResult check(String body) throws IOException, InterruptedException {
        return trial.page("index.html", body).run();
    }

    static void assertNothingFound(TrialResult result) {
        assertThat(result.findings()).isEmpty();
        assertThat(result.summary().ok()).isEqualTo(result.summary().targets());
    }
}
