// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Sources;
import io.github.checklinks.source.BuiltExample.Located;
import io.github.checklinks.source.toolchain.Toolchain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sites as real toolchains built them: each link leads to the line that its author would edit, or to no line. */
class BuiltExamplesTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "mkdocs, site, https://site.invalid/, 49, 0, 0",
        "sphinx, docs/_build/html, https://site.invalid/, 43, 3, 0",
        "asciidoctor, target/generated-docs, https://site.invalid/, 48, 0, 0",
        "vitepress, docs/.vitepress/dist, https://site.invalid/, 41, 0, 2",
        "antora, build/site, https://site.invalid/, 47, 0, 0",
    })
    void everyLineIsRight(String name, String output, String base, int exact, int fileOnly, int silent)
            throws IOException {
        BuiltExample example = new BuiltExample(name, directory.toRealPath(), output);
        Sources sources = new ToolchainSources(
                example.base,
                example.site,
                base,
                toolchains -> name.equals("asciidoctor")
                        ? List.of(Toolchain.asciidoctor(
                                example.base.resolve("src/docs/asciidoc"),
                                "",
                                false,
                                Map.of("home", "https://home.example.org")))
                        : toolchains.above(example.base),
                Sources.NONE);

        List<Located> links = example.located(sources);

        assertThat(links).filteredOn(Located::isWrong).isEmpty();
        assertThat(links).filteredOn(Located::isExact).hasSize(exact);
        assertThat(links)
                .filteredOn(link -> !link.isSilent() && link.isFileOnly())
                .hasSize(fileOnly);
        assertThat(links).filteredOn(Located::isSilent).hasSize(silent);
    }
}
