// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.maven.project.ModuleMappings;
import io.github.checklinks.maven.project.ProjectPaths;
import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Site;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Sources;
import io.github.checklinks.model.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherModulesTest {

    private static final String BASE = "https://docs.acme.org/lib/";

    private final Path directory;
    private final MavenProject parent;
    private final MavenProject one;
    private final Path staging;

    OtherModulesTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        parent = module("", BASE);
        one = module("one", BASE + "one");
        staging = Files.createDirectories(directory.resolve("target/staging"));
    }

    @Test
    void aStagedSiteWithoutAnyModuleDoesNotPass() {
        assertThat(objections(of(staging), 4))
                .containsExactly(
                        "4 targets in other modules were not checked (other-module), and no link into any module"
                                + " was: " + staging + " holds none of their sites yet. Stage them before the check:"
                                + " mvn clean site site:stage, then mvn -N verify");
        assertThat(of(staging).noted(result(4)).notes()).isEmpty();
    }

    @Test
    void aStagedSiteThatLinksToNoModulePasses() {
        assertThat(objections(of(staging), 0)).isEmpty();
    }

    @Test
    void aStagedSiteThatHoldsAModulePasses() throws IOException {
        Files.createDirectories(staging.resolve("one"));

        assertThat(objections(of(staging), 1)).isEmpty();
    }

    @Test
    void aModuleThatIsBuiltMakesItAPass() throws IOException {
        Files.createDirectories(ProjectPaths.site(one));

        assertThat(objections(of(staging), 1)).isEmpty();
    }

    @Test
    void theProjectsOwnSiteHasANoteThatSaysHow() {
        OtherModules own = of(ProjectPaths.site(parent));

        assertThat(objections(own, 1)).isEmpty();
        assertThat(own.noted(result(0)).notes()).isEmpty();
        assertThat(own.noted(result(1)).notes())
                .singleElement()
                .asString()
                .startsWith("1 target in another module was not checked (other-module)")
                .contains("mvn clean site, then mvn verify", "mvn -N verify");
    }

    @Test
    void aDirectoryOfItsOwnInEveryModuleIsNoStagedSite() {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.checklinks");
        plugin.setArtifactId("check-links-maven-plugin");
        plugin.addExecution(new PluginExecution());
        one.getBuild().addPlugin(plugin);
        Path generated = directory.resolve("target/generated-docs");

        assertThat(objections(of(generated), 3)).isEmpty();
        assertThat(of(generated).noted(result(3)).notes()).hasSize(1);
        assertThat(objections(of(staging), 3)).hasSize(1);
    }

    private OtherModules of(Path site) {
        List<MavenProject> modules = List.of(parent, one);
        return OtherModules.of(
                new Site.Built(site, BASE, true), ModuleMappings.of(modules, parent, BASE, site), modules, parent);
    }

    private static List<String> objections(OtherModules modules, long skipped) {
        return modules.judged(result(skipped), new GateResult(List.of(), true)).objections();
    }

    private static CheckResult result(long skipped) {
        return new CheckResult(
                BASE,
                Instant.EPOCH,
                Duration.ZERO,
                true,
                "",
                new Summary(1, 9, 9, 9 - skipped, 0, skipped, 0, 0, 0),
                skipped == 0 ? Map.of() : Map.of(SkipReason.OTHER_MODULE, skipped),
                List.of(),
                List.of(),
                List.of(),
                Sources.NONE,
                listener -> {});
    }

    private MavenProject module(String name, String url) {
        MavenProject module = BuildFixture.project(directory.resolve(name), "module-" + name);
        module.setUrl(url);
        return module;
    }
}
