// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.crawl.directory.Mapping;
import io.github.checklinks.maven.BuildFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleMappingsTest {

    private static final String BASE = "https://docs.acme.org/lib/";

    private final Path directory;
    private final MavenProject parent;
    private final MavenProject one;
    private final MavenProject two;

    ModuleMappingsTest(@TempDir Path directory) {
        this.directory = directory;
        parent = module("", BASE);
        one = module("one", BASE + "one");
        two = module("two", BASE + "two");
    }

    @Test
    void eachOtherModulesAddressIsAnsweredFromItsSite() throws IOException {
        Files.createDirectories(ProjectPaths.site(one));
        Files.createDirectories(ProjectPaths.site(two));

        assertThat(mappings(parent, BASE, ProjectPaths.site(parent)))
                .containsExactly(
                        new Mapping(BASE + "one/", ProjectPaths.site(one)),
                        new Mapping(BASE + "two/", ProjectPaths.site(two)));
    }

    @Test
    void aModuleThatIsNotBuiltHasNoDirectory() throws IOException {
        Files.createDirectories(ProjectPaths.site(one));

        assertThat(mappings(one, BASE + "one/", ProjectPaths.site(one)))
                .containsExactly(new Mapping(BASE, null), new Mapping(BASE + "two/", null));
    }

    @Test
    void theModulesOwnAddressIsItsOwn() {
        two.setUrl("http://docs.acme.org/lib/one/");

        assertThat(mappings(one, BASE + "one/", ProjectPaths.site(one))).containsExactly(new Mapping(BASE, null));
    }

    @Test
    void aStagedSiteAnswersForTheModulesItHolds() throws IOException {
        Path staging = Files.createDirectories(directory.resolve("target/staging"));
        Files.createDirectories(staging.resolve("one"));
        Files.createDirectories(ProjectPaths.site(one));

        assertThat(mappings(parent, BASE, staging)).containsExactly(new Mapping(BASE + "two/", null));
    }

    private List<Mapping> mappings(MavenProject self, String base, Path site) {
        return ModuleMappings.of(List.of(parent, one, two), self, base, site);
    }

    private MavenProject module(String name, String url) {
        MavenProject module = BuildFixture.project(directory.resolve(name), "module-" + name);
        module.setUrl(url);
        return module;
    }
}
