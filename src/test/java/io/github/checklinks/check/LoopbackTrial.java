// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import org.junit.jupiter.api.AutoClose;

/** A fixture with a check, and a loopback server for what it requests. */
abstract class LoopbackTrial extends TrialFixture {

    @AutoClose
    final LoopbackServer server = new LoopbackServer();
}
