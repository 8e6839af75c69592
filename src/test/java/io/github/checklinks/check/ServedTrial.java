// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import org.junit.jupiter.api.BeforeEach;

/** A fixture with a check of a site that a loopback server has below {@code /docs/}. */
abstract class ServedTrial extends LoopbackTrial {

    @BeforeEach
    void startAtTheServer() {
        trial.servedFrom(server.url("/docs/"));
    }

    /** Returns the HTML of a page with the given body. */
    static String page(String body) {
        return "<!DOCTYPE html>\n<html lang=en><title>t</title>\n" + body;
    }
}
