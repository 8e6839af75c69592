// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.crawl.BuiltSite;
import io.github.checklinks.crawl.CrawlOutcomes;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.url.WebUrl;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is known about the files around a missing one. */
class HintLookupTest extends BuiltSite {

    private static WebUrl url(String path) {
        return WebUrl.ofSerialised(BASE + path);
    }

    private static HintLookup.@Nullable Found find(HintLookup hintLookup, String path) {
        return hintLookup.find(url(path));
    }

    @Test
    void theFilesOfADirectoryAreKnown() throws Exception {
        page("docs/Guide.html", "");
        page("other/Guide.html", "");
        page("index.html", "<a href=docs/guide.html>x</a>");
        Facts facts = plans.run();

        DirectoryListing listing = Objects.requireNonNull(
                new HintLookup(facts).around(CrawlOutcomes.target(facts, BASE + "docs/guide.html")));

        assertThat(listing.path()).isEqualTo("docs/guide.html");
        assertThat(listing.ignoringCase("docs/guide.html")).isEqualTo("docs/Guide.html");
        assertThat(listing.ofName("Guide.html")).containsExactlyInAnyOrder("docs/Guide.html", "other/Guide.html");
        assertThat(listing.in("docs/")).containsExactly("Guide.html");
        assertThat(listing.withinOneEdit("Gudie.html")).containsExactly("Guide.html");
        assertThat(listing.withinOneEdit("Guido.htm")).isEmpty();
        assertThat(listing.isFile("docs/Guide.html")).isTrue();
        assertThat(listing.isDirectory("docs")).isTrue();
        assertThat(listing.url("docs/a b.html").href()).isEqualTo(BASE + "docs/a%20b.html");
    }

    @Test
    void nothingIsKnownAboutOtherSites() throws Exception {
        page("index.html", "<a href=https://other.org/x>x</a>");
        Facts facts = plans.run();
        int external = CrawlOutcomes.target(facts, "https://other.org/x");

        assertThat(new HintLookup(facts).around(external)).isNull();
    }

    @Test
    void aFileIsFoundAsAServerWouldAndHasItsAnchors() throws Exception {
        page("docs/index.html", "<p id=one>");
        page("a.png", "");
        page("index.html", "");
        HintLookup hintLookup = new HintLookup(plans.run());

        assertThat(find(hintLookup, "docs/none.html")).isNull();
        HintLookup.Found docs = Objects.requireNonNull(find(hintLookup, "docs/?x#y"));
        assertThat(hintLookup.hasAnchor(docs, new Fragment("one"))).isTrue();
        assertThat(hintLookup.hasAnchor(docs, new Fragment("two"))).isFalse();
        assertThat(hintLookup.anchorNames(docs.file())).containsExactly("one");
        HintLookup.Found picture = Objects.requireNonNull(find(hintLookup, "a.png"));
        assertThat(hintLookup.hasAnchor(picture, new Fragment("any"))).isTrue();
    }

    @Test
    void anExternalUrlMayExistUnlessItsRequestFailed() throws Exception {
        web.page("https://other.org/good", "");
        page("index.html", "<a href=https://other.org/good>x</a><a href=https://other.org/bad>x</a>");
        HintLookup hintLookup = new HintLookup(plans.run());

        assertThat(hintLookup.mayExist(WebUrl.ofSerialised("https://other.org/good#x")))
                .isTrue();
        assertThat(hintLookup.mayExist(WebUrl.ofSerialised("https://other.org/never-requested")))
                .isTrue();
        assertThat(hintLookup.mayExist(WebUrl.ofSerialised("https://other.org/bad")))
                .isFalse();
        assertThat(hintLookup.mayExist(url("index.html"))).isTrue();
        assertThat(hintLookup.mayExist(url("gone.html"))).isFalse();
    }

    @Test
    void anchorsAreSearchedOnAllPagesInOnePass() throws Exception {
        page("a.html", "<p id=one><p id=two><p id=three>");
        page("b.html", "<p id=two>");
        page("c.html", "<p id=two>");
        Facts facts = plans.run();

        Map<String, List<Integer>> pages = new HintLookup(facts).pagesWith(List.of("one", "two", "none", "one"));

        assertThat(pages)
                .containsOnlyKeys("one", "two")
                .containsEntry("one", List.of(CrawlOutcomes.page(facts, "a.html")));
        assertThat(pages.get("two")).hasSize(2);
    }
}
