// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import org.junit.jupiter.api.BeforeEach;

/** A fixture with a check of a page whose links lead to a loopback server. */
abstract class ExternalTrial extends LoopbackTrial {

    @BeforeEach
    void requestExternalLinks() {
        trial.askingOutside();
    }

    /** Checks a page with links to paths of the server or to URLs. */
    TrialResult check(String... links) throws Exception {
        StringBuilder body = new StringBuilder();
        for (String link : links) {
            String url = link.startsWith("/") ? server.url(link) : link;
            body.append("<a href=\"").append(url).append("\">x</a>\n");
        }
        return trial.page("index.html", body.toString()).run();
    }
}
