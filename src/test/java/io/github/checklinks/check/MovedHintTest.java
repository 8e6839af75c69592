// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The new address of a moved target is always reported, but recommended only if it is likely what the author wants. */
class MovedHintTest extends LoopbackTrial {

    private @Nullable String external(String location, String reference) throws Exception {
        server.redirect("/old/page", 301, location);
        return new Trial(temporary)
                .askingOutside()
                .page("index.html", "<a href=\"" + server.url(reference) + "\">x</a>")
                .run()
                .finding(Rule.MOVED)
                .hint();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/users/sign_in",
                "/login.html?x=1",
                "/start?return=%2Fold%2Fpage",
                "/",
                "/404.html",
                "/errors/not-found",
                "/error"
            })
    void anAddressThatIsNoReplacementIsNotRecommended(String location) throws Exception {
        server.page(location, "");

        assertThat(external(location, "/old/page")).isNull();
    }

    @Test
    void anotherHostIsNotRecommended() throws Exception {
        try (LoopbackServer other = new LoopbackServer()) {
            other.page("/old/page", "");

            assertThat(external(other.url("/old/page"), "/old/page")).isNull();
        }
    }

    @Test
    void aNewPageOfTheSameHostIsWithTheFragmentOfTheLink() throws Exception {
        server.page("/new", "<p id=x>");

        assertThat(external("/new", "/old/page#x")).isEqualTo("replace it with " + server.url("/new#x"));
    }

    @Test
    void theFragmentOfTheRedirectCountsInsteadOfTheLinks() throws Exception {
        server.page("/new", "<p id=x><p id=y>");

        assertThat(external("/new#y", "/old/page#x")).isEqualTo("replace it with " + server.url("/new#y"));
    }

    private @Nullable String served(String links) throws Exception {
        server.redirect("/docs/old.html", 301, "/docs/new.html")
                .page("/docs/new.html", "<p id=x><p id=y>")
                .page("/docs/index.html", links);
        return new Trial(temporary)
                .servedFrom(server.url("/docs/index.html"))
                .ignoringRobots()
                .run()
                .finding(Rule.MOVED)
                .hint();
    }

    @Test
    void onTheOwnSiteTheReferenceIsAsTheAuthorWroteIt() throws Exception {
        assertThat(served("<a href='old.html#x'>x</a>")).isEqualTo("replace it with new.html#x");
    }

    @Test
    void linksWithSeveralFragmentsKeepTheirOwn() throws Exception {
        assertThat(served("<a href='old.html#x'>x</a><a href='old.html#y'>x</a>"))
                .isEqualTo("replace it with new.html, keeping the fragment of each link");
    }

    @Test
    void aRedirectToAMailAddressIsFollowedByLinksAndLoadsNothing() throws Exception {
        server.redirect("/mail", 302, "mailto:me@example.org").redirect("/pic", 302, "mailto:me@example.org");
        TrialResult result = new Trial(temporary)
                .askingOutside()
                .page(
                        "index.html",
                        "<a href='" + server.url("/mail") + "'>x</a><img alt='' src='" + server.url("/pic") + "'>")
                .run();

        assertThat(result.verdict(server.url("/mail"))).isEqualTo("skipped: scheme");
        assertThat(result.finding().rule()).isEqualTo(Rule.REDIRECT_LOOP);
        assertThat(result.finding().message()).contains("mailto:").contains("which cannot be loaded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:text/html,x", "javascript:alert(1)", "file:///etc/hosts", "http://["})
    void aRedirectThatBrowsersRefuseIsAnError(String location) throws Exception {
        server.redirect("/bad", 302, location);
        TrialResult result = new Trial(temporary)
                .askingOutside()
                .page("index.html", "<a href='" + server.url("/bad") + "'>x</a>")
                .run();

        assertThat(result.finding().rule()).isEqualTo(Rule.REDIRECT_LOOP);
        assertThat(result.finding().message()).isEqualTo("302 to \"" + location + "\", which no browser follows");
    }

    @Test
    void thePasswordOfAMalformedRedirectIsNotShown() throws Exception {
        server.redirect("/bad", 302, "https://me:se cret@host:99999/");
        TrialResult result = new Trial(temporary)
                .askingOutside()
                .page("index.html", "<a href='" + server.url("/bad") + "'>x</a>")
                .run();

        assertThat(result.finding().message())
                .isEqualTo("302 to \"https://***@host:99999/\", which no browser follows");
        assertThat(result.ledger().toString()).doesNotContain("cret");
    }
}
