// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import static io.github.checklinks.maven.ConfigurationFixture.configuration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.checklinks.crawl.directory.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingParameterTest {

    @TempDir
    Path here;

    @BeforeEach
    void aDirectory() throws IOException {
        Files.createDirectories(here.resolve("target/apidocs"));
    }

    @Test
    void aMissingFinalSlashIsAdded() {
        assertThat(MappingParameter.of(
                        configuration("<mappings><mapping><url>https://example.org/api</url>"
                                + "<directory>target/apidocs</directory></mapping></mappings>"),
                        null,
                        here))
                .containsExactly(new Mapping("https://example.org/api/", here.resolve("target/apidocs")));
    }

    @Test
    void onTheCommandLineAMappingIsAnEquation() {
        assertThat(MappingParameter.of(
                        null, "https://example.org/api/=target/apidocs, https://example.org/?a=b/=target", here))
                .containsExactly(
                        new Mapping("https://example.org/api/", here.resolve("target/apidocs")),
                        new Mapping("https://example.org/", here.resolve("target")));
    }

    @Test
    void anInvalidMappingIsReportedWithAnExample() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MappingParameter.of(null, "https://example.org/api/", here))
                .withMessageContaining("must be url=directory")
                .withMessageContaining("https://example.org/apidocs/=target/reports/apidocs");
    }

    @Test
    void aMissingDirectoryIsReportedWithTheFix() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MappingParameter.of(null, "https://example.org/api/=target/gone", here))
                .withMessageStartingWith("directory in mappings is \"target/gone\", but there is no directory ")
                .withMessageContaining("Build it before the links are checked");
    }

    @Test
    void onlyWebAddressesAreMapped() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MappingParameter.of(
                        configuration(
                                "<mappings><m><url>ftp://example.org/</url><directory>target</directory></m></mappings>"),
                        null,
                        here))
                .withMessageContaining("url in item 1 of mappings is \"ftp://example.org/\"")
                .withMessageContaining("an absolute http or https URL");
    }
}
