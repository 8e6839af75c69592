// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.checklinks.maven.parameter.WebAddress;
import io.github.checklinks.model.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteParameterTest {

    @TempDir
    Path here;

    @Test
    void aUrlIsDistinguishedFromADirectory() {
        assertThat(WebAddress.isUrl("https://example.org/docs/")).isTrue();
        assertThat(WebAddress.isUrl("target/site")).isFalse();
        assertThat(WebAddress.isUrl("C:\\docs\\site")).isFalse();
    }

    @Test
    void theBaseOfAServedSiteIsTheDirectoryOfItsStart() {
        assertThat(SiteParameter.served("https://example.org/docs/start.html?x=1#top", false))
                .isEqualTo(new Site.Served("https://example.org/docs/start.html?x=1", "https://example.org/docs/"));
    }

    @Test
    void aSchemeThatIsNotTheWebsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteParameter.served("file:///srv/www", false))
                .withMessageStartingWith("site is \"file:///srv/www\" but must be a directory or an http or https URL");
    }

    @Test
    void aSeedIsAPathOrAnAddress() {
        Site.Served site = SiteParameter.served("https://example.org/docs/", false);

        SiteParameter.checkSeeds(site, List.of("guide/", "/sitemap.xml", "https://other.example/start"));
        for (String wrong : List.of("https://[::1", "mailto:someone")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SiteParameter.checkSeeds(site, List.of("guide/", wrong)))
                    .withMessage(
                            "seeds is \"" + wrong
                                    + "\" but must be a path or an http or https URL. Example: <seeds>/docs/sitemap.xml</seeds>");
        }
    }

    @Test
    void aWrongUrlIsReportedWithoutItsPassword() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteParameter.served("ftp://me:secret@example.org/", false))
                .withMessageStartingWith("site is \"ftp://***@example.org/\"");
    }

    @Test
    void aServedSiteCannotBeCheckedOffline() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteParameter.served("https://me:secret@example.org/docs/", true))
                .withMessageContaining("Maven is offline (-o, or <offline> in settings.xml)")
                .withMessageNotContaining("secret");
    }

    @Test
    void aFileIsNoSite() throws IOException {
        Files.createFile(here.resolve("index.html"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteParameter.directory("index.html", here))
                .withMessageContaining("a directory (this is a file)");
    }

    @Test
    void forAMissingSiteThreeWaysAreNamed() {
        assertThat(SiteParameter.missing(here))
                .contains(
                        "there is no site at " + here,
                        "site:site",
                        "post-site",
                        "staging",
                        "<ifMissing>skip</ifMissing>");
    }
}
