// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.checklinks.maven.BuildFixture;
import java.nio.file.Path;
import org.apache.maven.model.CiManagement;
import org.apache.maven.model.DistributionManagement;
import org.apache.maven.model.IssueManagement;
import org.apache.maven.model.Scm;
import org.apache.maven.model.Site;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteUrlTest {

    private final MavenProject project = BuildFixture.project(Path.of("app"), "app");

    @Test
    void theDeploymentAddressComesFirst() {
        deploysTo("https://docs.acme.org/lib");
        project.setUrl("https://acme.org/lib/");

        assertThat(SiteUrl.of(project))
                .isEqualTo(new SiteUrl("https://docs.acme.org/lib/", "from distributionManagement.site.url"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scp://acme.org/www", "file:///srv/www", "dav:https://acme.org/", "https://${host}/"})
    void aDeploymentAddressThatPagesCannotHaveIsPassedOver(String address) {
        deploysTo(address);
        project.setUrl("https://acme.org/lib");

        assertThat(SiteUrl.of(project)).isEqualTo(new SiteUrl("https://acme.org/lib/", "from project.url"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/acme/lib",
                "http://www.github.com/acme/lib",
                "https://gitlab.acme.org/lib",
                "https://git.acme.org/lib",
                "https://codeberg.org/acme/lib"
            })
    void aCodeHostIsNoSite(String address) {
        project.setUrl(address);

        assertThat(SiteUrl.of(project).url()).isNull();
    }

    @Test
    void theSiteOfACodeHostsPagesIsOne() {
        project.setUrl("https://acme.github.io/lib");

        assertThat(SiteUrl.of(project).url()).isEqualTo("https://acme.github.io/lib/");
    }

    @Test
    void anAddressThatTheCodeLiesBelowIsNoSite() {
        project.setUrl("https://forge.acme.org/lib/");
        Scm scm = new Scm();
        scm.setUrl("https://forge.acme.org/lib/tree/main");
        project.getModel().setScm(scm);

        assertThat(SiteUrl.of(project))
                .isEqualTo(new SiteUrl(
                        null, "siteUrl is not set, and project.url is the URL of the code, not of the site"));
    }

    @Test
    void anAddressThatIssuesOrBuildsLieBelowIsNoSite() {
        project.setUrl("https://forge.acme.org/lib");
        IssueManagement issues = new IssueManagement();
        issues.setUrl("https://forge.acme.org/lib/issues");
        project.getModel().setIssueManagement(issues);
        assertThat(SiteUrl.of(project).url()).isNull();

        project.getModel().setIssueManagement(null);
        CiManagement builds = new CiManagement();
        builds.setUrl("https://forge.acme.org/lib.builds");
        project.getModel().setCiManagement(builds);
        assertThat(SiteUrl.of(project).url()).isNull();
    }

    @Test
    void anAddressThatOnlyBeginsWithTheSameLettersIsOne() {
        project.setUrl("https://acme.org/lib");
        Scm scm = new Scm();
        scm.setUrl("https://acme.org/library-sources");
        project.getModel().setScm(scm);

        assertThat(SiteUrl.of(project).url()).isEqualTo("https://acme.org/lib/");
    }

    @Test
    void anAddressThatMavenMadeFromAParentsCodePlaceIsNone() {
        MavenProject parent = BuildFixture.project(Path.of("."), "parent");
        parent.setUrl("https://forge.acme.org/lib");
        IssueManagement issues = new IssueManagement();
        issues.setUrl("https://forge.acme.org/lib/issues");
        parent.getModel().setIssueManagement(issues);
        project.setParent(parent);
        project.setUrl("https://forge.acme.org/lib/app");

        assertThat(SiteUrl.of(project).url()).isNull();
    }

    @Test
    void withoutAUrlItIsNotKnown() {
        assertThat(SiteUrl.of(project).url()).isNull();
    }

    @Test
    void theParameterIsTakenAtItsWord() {
        assertThat(SiteUrl.configured("https://github.com/acme/lib").url()).isEqualTo("https://github.com/acme/lib/");
        assertThat(SiteUrl.configured("none").url()).isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteUrl.configured("docs.acme.org/lib"))
                .withMessageStartingWith("siteUrl is \"docs.acme.org/lib\" but must be an absolute http or https URL")
                .withMessageEndingWith("Example: <siteUrl>https://example.org/docs/</siteUrl>");
    }

    @Test
    void anAddressLosesItsUserAndPassword() {
        assertThat(SiteUrl.configured("https://me:secret@docs.acme.org/lib?x#y").url())
                .isEqualTo("https://docs.acme.org/lib/");
    }

    private void deploysTo(String address) {
        Site site = new Site();
        site.setUrl(address);
        DistributionManagement management = new DistributionManagement();
        management.setSite(site);
        project.getModel().setDistributionManagement(management);
    }
}
