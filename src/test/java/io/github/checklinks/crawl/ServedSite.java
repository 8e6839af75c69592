// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.model.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A fixture with a site on an in-memory server. */
@Timeout(60)
public abstract class ServedSite {

    public static final String BASE = "https://docs.org/g/";

    @TempDir
    Path work;

    public Plans plans;
    public Web web;
    final ExecutorService client = Executors.newFixedThreadPool(4);

    @BeforeEach
    void begin() {
        plans = new Plans(work);
        web = new Web(client);
        plans.fetcher = web;
        plans.site = new Site.Served(BASE, BASE);
    }

    @AfterEach
    void end() throws IOException {
        plans.close();
        client.shutdownNow();
    }

    public Facts crawl() throws IOException, InterruptedException {
        return plans.run();
    }

    /** Returns the HTML of links. */
    public static String a(String... hrefs) {
        StringBuilder html = new StringBuilder();
        for (String href : hrefs) {
            html.append("<a href=\"").append(href).append("\">x</a>\n");
        }
        return html.toString();
    }
}
