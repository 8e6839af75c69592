// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.RedirectChain;
import io.github.checklinks.fetch.Fetcher;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.Hop;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Site;
import io.github.checklinks.model.Zone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chains of redirects, served from a table. */
class RedirectedLinksTest {

    private static final int MOST = 4;

    @TempDir
    Path temporary;

    private final Map<String, Response> answers = new HashMap<>();
    private final CompletableFuture<Response> held = new CompletableFuture<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private String late = "";
    private String releasedBy = "";

    @AutoClose
    private Plans plans;

    @BeforeEach
    void begin() {
        plans = new Plans(temporary.resolve("work"));
    }

    private static Response answer(int status, @Nullable String location) {
        return new Response.Answer(status, location, null, null, List.of(), false, new byte[0], false);
    }

    private RedirectedLinksTest redirect(String from, int status, String to) {
        answers.put("https://a.org/" + from, answer(status, "https://a.org/" + to));
        return this;
    }

    private Facts visit(String... paths) throws Exception {
        StringBuilder page = new StringBuilder();
        for (String path : paths) {
            page.append("<a href=https://a.org/").append(path).append(">x</a>");
        }
        Path site = Files.createDirectories(temporary.resolve("site"));
        Files.writeString(site.resolve("index.html"), page);
        Fetcher table = request -> {
            String url = request.url().href();
            asked.add(request.requestMode() + " " + url);
            CompletableFuture<Response> answer = url.equals(late) ? held : new CompletableFuture<>();
            if (!url.equals(late)) {
                answer.complete(answers.getOrDefault(url, answer(200, null)));
            }
            if (url.equals(releasedBy)) {
                held.complete(answers.getOrDefault(late, answer(200, null)));
            }
            return answer;
        };
        plans.site = new Site.Built(site, "https://site.invalid/", false);
        plans.fragmentZones = EnumSet.allOf(Zone.class);
        plans.keepAll = false;
        plans.retries = 0;
        plans.maxRedirects = MOST;
        plans.fetcher = table;
        return plans.run();
    }

    private static int target(Facts facts, String path) {
        for (int target = 0; target < facts.targets().size(); target++) {
            if (facts.targets().url(target).equals("https://a.org/" + path)) {
                return target;
            }
        }
        throw new AssertionError("no outcome for " + path);
    }

    private static String path(Facts facts, int target) {
        return target < 0 ? "none" : facts.targets().url(target).replace("https://a.org/", "");
    }

    private static RedirectChain chain(Facts facts, String from) {
        return Objects.requireNonNull(facts.chain(target(facts, from)));
    }

    private static List<String> redirects(Facts facts, String from) {
        return chain(facts, from).hops(target -> path(facts, target)).stream()
                .skip(1)
                .map(Hop::url)
                .toList();
    }

    @Test
    void aTargetWithoutRedirectIsItsOwnEnd() throws Exception {
        Facts facts = visit("a");

        assertThat(facts.chain(target(facts, "a"))).isNull();
        assertThat(facts.redirect(target(facts, "a"))).isNull();
        assertThat(facts.end(target(facts, "a"))).isEqualTo(target(facts, "a"));
    }

    @Test
    void aChainEndsAtATargetThatIsNotRedirected() throws Exception {
        Facts facts = redirect("a", 302, "b").redirect("b", 307, "c").visit("a");

        assertThat(path(facts, facts.end(target(facts, "a")))).isEqualTo("c");
        assertThat(path(facts, chain(facts, "a").permanentEnd())).isEqualTo("none");
        assertThat(redirects(facts, "a")).containsExactly("b", "c");
    }

    @Test
    void thePermanentEndIsThatOfTheLeadingRun() throws Exception {
        Facts facts = redirect("a", 301, "b")
                .redirect("b", 308, "c")
                .redirect("c", 302, "d")
                .redirect("d", 301, "e")
                .redirect("x", 303, "b")
                .visit("a", "x");

        assertThat(path(facts, chain(facts, "a").permanentEnd())).isEqualTo("c");
        assertThat(path(facts, chain(facts, "a").end())).isEqualTo("e");
        assertThat(path(facts, chain(facts, "x").permanentEnd())).isEqualTo("none");
    }

    @Test
    void aFragmentOfARedirectTakesThePlaceOfTheLinks() throws Exception {
        Facts facts = redirect("a", 301, "b")
                .redirect("b", 302, "c#x")
                .redirect("d", 302, "c")
                .visit("a", "d");

        assertThat(chain(facts, "a").replacesFragment()).isTrue();
        assertThat(path(facts, chain(facts, "a").end())).isEqualTo("c");
        assertThat(chain(facts, "d").replacesFragment()).isFalse();
    }

    @Test
    void aWayThatComesBackIsALoop() throws Exception {
        Facts facts = redirect("a", 301, "b")
                .redirect("b", 301, "a")
                .redirect("self", 302, "self")
                .redirect("in", 302, "a")
                .visit("a", "self", "in");

        for (String from : List.of("a", "b", "self", "in")) {
            assertThat(chain(facts, from).ending()).as(from).isEqualTo(RedirectChain.Ending.LOOP);
            assertThat(chain(facts, from).permanentEnd()).as(from).isEqualTo(-1);
        }
        assertThat(redirects(facts, "self")).containsExactly("self");
        assertThat(redirects(facts, "in")).containsExactly("a", "b", "a");
    }

    @Test
    void asManyHopsAsAreAllowedAreFollowedAndNoMore() throws Exception {
        redirect("5", 302, "4").redirect("4", 302, "3").redirect("3", 302, "2").redirect("2", 302, "1");
        redirect("1", 302, "0");

        Facts four = visit("4");
        assertThat(chain(four, "4").ending()).isEqualTo(RedirectChain.Ending.END);
        assertThat(path(four, chain(four, "4").end())).isEqualTo("0");

        Facts five = visit("5");
        assertThat(chain(five, "5").ending()).isEqualTo(RedirectChain.Ending.TOO_MANY);
        assertThat(redirects(five, "5")).containsExactly("4", "3", "2", "1", "0");
    }

    @Test
    void aLongWayDoesNotCutAShorterOneShort() throws Exception {
        redirect("5", 302, "4").redirect("4", 302, "3").redirect("3", 302, "2").redirect("2", 302, "1");
        redirect("1", 302, "0").redirect("later", 302, "middle").redirect("middle", 302, "1");

        late = "https://a.org/middle";
        releasedBy = "https://a.org/1";

        Facts facts = visit("5", "later");

        assertThat(chain(facts, "5").ending()).isEqualTo(RedirectChain.Ending.TOO_MANY);
        assertThat(chain(facts, "later").ending()).isEqualTo(RedirectChain.Ending.END);
        assertThat(chain(facts, "later").outcome()).isEqualTo(new Outcome.Answered(200, 1));
    }

    @Test
    void thePageAtTheEndIsReadForAnchorsEvenWhenItWasAskedBefore() throws Exception {
        redirect("old", 302, "page").redirect("p", 302, "q");
        late = "https://a.org/old";
        releasedBy = "https://a.org/q";

        visit("page", "p", "old#x");

        assertThat(asked).contains("STATUS https://a.org/page").endsWith("CONTENT https://a.org/page");
    }
}
