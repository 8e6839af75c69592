// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.model.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A fixture with a site in a directory and an in-memory web. */
@Timeout(60)
public abstract class BuiltSite {

    public static final String BASE = "https://docs.org/g/";

    @TempDir
    public Path directory;

    public Plans plans;
    public Web web;
    private final ExecutorService client = Executors.newFixedThreadPool(2);

    @BeforeEach
    void begin() {
        plans = new Plans(directory.resolve("work"));
        web = new Web(client);
        plans.fetcher = web;
        plans.site = new Site.Built(directory.resolve("site"), BASE, true);
    }

    @AfterEach
    void end() throws IOException {
        plans.close();
        client.shutdownNow();
    }

    void file(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    public void page(String path, String html) throws IOException {
        file("site/" + path, html);
    }
}
