// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.checklinks.maven.BuildFixture;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.Reference;
import io.github.checklinks.model.Site;
import io.github.checklinks.model.Sources;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRootsTest {

    @TempDir
    Path temporary;

    private Path base;
    private MavenProject project;

    @BeforeEach
    void begin() throws IOException {
        base = temporary.toRealPath();
        project = BuildFixture.project(base, "app");
    }

    private void file(String name, String text) throws IOException {
        Path file = base.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String source(String site, String page, List<String> folders) {
        Sources sources = SourceRoots.of(
                BuildFixture.session(base, project),
                project,
                new Site.Built(base.resolve(site), "https://site.invalid/", false),
                folders);
        return String.valueOf(
                sources.of(new Link(page, new Reference("https://x.org/y", "a", "href", new Position(1, 19)))));
    }

    @Test
    void thePagesOfAsciidoctorAreFoundByItsEffectiveConfiguration() throws Exception {
        PluginExecution execution = new PluginExecution();
        execution.addGoal("process-asciidoc");
        execution.setConfiguration(Xpp3DomBuilder.build(new StringReader("<configuration><sourceDirectory>text"
                + "</sourceDirectory><outputDirectory>target/site/guide</outputDirectory>"
                + "<attributes><host>https://x.org</host></attributes></configuration>")));
        Plugin plugin = new Plugin();
        plugin.setGroupId("org.asciidoctor");
        plugin.setArtifactId("asciidoctor-maven-plugin");
        plugin.addExecution(execution);
        project.getBuild().addPlugin(plugin);
        project.getBuild().setDirectory("target");
        project.getProperties().setProperty("path.of.y", "y");
        file("text/deep/a.adoc", "= A\n\n{host}/{path-of-y}[x]\n");
        file("target/site/guide/a.html", "<div id=\"content\"><a href=\"https://x.org/y\">x</a></div>");

        assertThat(source("target/site", "guide/a.html", List.of())).isEqualTo("text/deep/a.adoc:3");
    }

    @Test
    void theDirectoriesWithDocumentsMayBeNamed() throws IOException {
        file("text/a.md", "\n[x](https://x.org/y)\n");
        file("out/a.html", "<main id=\"master\"><a href=\"https://x.org/y\">x</a></main>");
        Files.createDirectories(base.resolve("other"));

        assertThat(source("out", "a.html", List.of())).isEqualTo("null");
        assertThat(source("out", "a.html", List.of("text", "other"))).isEqualTo("text/a.md:2");
    }

    @Test
    void aDirectoryThatDoesNotExistIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source("out", "a.html", List.of("no/such")))
                .withMessage("sources is \"no/such\" but must be a directory with the documents of the site."
                        + " Example: <sources>docs</sources>");
    }
}
