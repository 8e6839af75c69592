// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.crawl.Plans;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.fetch.Fetcher;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Site;
import io.github.checklinks.model.Zone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chains of redirects, served from a table. */
class RedirectsTest {

    private static final int MOST = 4;

    @TempDir
    Path temporary;

    private final Map<String, Response> answers = new HashMap<>();
    private final CompletableFuture<Response> held = new CompletableFuture<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private String late = "";
    private String releasedBy = "";
    private Plans plans;

    @BeforeEach
    void begin() {
        plans = new Plans(temporary.resolve("work"));
    }

    @AfterEach
    void close() throws IOException {
        plans.close();
    }

    private static Response answer(int status, @Nullable String location) {
        return new Response.Answer(status, location, null, null, List.of(), false, new byte[0], false);
    }

    private RedirectsTest redirect(String from, int status, String to) {
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

    private static Redirects.Chain chain(Facts facts, String from) {
        return new Redirects(facts, MOST).from(target(facts, from));
    }

    @Test
    void aTargetWithoutRedirectIsItsOwnEnd() throws Exception {
        Facts facts = visit("a");

        Redirects.Chain chain = chain(facts, "a");
        assertThat(chain.isRedirected()).isFalse();
        assertThat(chain.end()).isEqualTo(chain.start());
        assertThat(chain.permanentEnd()).isEqualTo(-1);
        assertThat(chain.outcome()).isEqualTo(new Outcome.Answered(200, 1));
        assertThat(chain.trouble()).isNull();
        assertThat(new Redirects(facts, MOST).urls(chain.start())).isEmpty();
    }

    @Test
    void aChainEndsAtATargetThatIsNotRedirected() throws Exception {
        Facts facts = redirect("a", 302, "b").redirect("b", 307, "c").visit("a");

        Redirects.Chain chain = chain(facts, "a");
        assertThat(chain.isRedirected()).isTrue();
        assertThat(path(facts, chain.end())).isEqualTo("c");
        assertThat(path(facts, chain.permanentEnd())).isEqualTo("none");
        assertThat(new Redirects(facts, MOST).urls(chain.start()))
                .containsExactly("https://a.org/b", "https://a.org/c");
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

        assertThat(chain(facts, "a").fragmentIsLost()).isTrue();
        assertThat(path(facts, chain(facts, "a").end())).isEqualTo("c");
        assertThat(chain(facts, "d").fragmentIsLost()).isFalse();
    }

    @Test
    void aWayThatComesBackIsALoop() throws Exception {
        Facts facts = redirect("a", 301, "b")
                .redirect("b", 301, "a")
                .redirect("self", 302, "self")
                .redirect("in", 302, "a")
                .visit("a", "self", "in");

        for (String from : List.of("a", "b", "self", "in")) {
            Redirects.Chain chain = chain(facts, from);
            assertThat(chain.trouble()).as(from).isNotNull().extracting("rule").isEqualTo(Rule.REDIRECT_LOOP);
            assertThat(chain.permanentEnd()).isEqualTo(-1);
        }
        assertThat(new Redirects(facts, MOST).urls(target(facts, "in"))).hasSizeLessThanOrEqualTo(MOST + 1);
    }

    @Test
    void asManyHopsAsAreAllowedAreFollowedAndNoMore() throws Exception {
        redirect("5", 302, "4").redirect("4", 302, "3").redirect("3", 302, "2").redirect("2", 302, "1");
        redirect("1", 302, "0");

        Facts four = visit("4");
        assertThat(chain(four, "4").trouble()).isNull();
        assertThat(path(four, chain(four, "4").end())).isEqualTo("0");

        Facts five = visit("5");
        assertThat(chain(five, "5").trouble()).isNotNull().extracting("detail").isEqualTo("more than 4 redirects");
    }

    @Test
    void aLongWayDoesNotCutAShorterOneShort() throws Exception {
        redirect("5", 302, "4").redirect("4", 302, "3").redirect("3", 302, "2").redirect("2", 302, "1");
        redirect("1", 302, "0").redirect("later", 302, "middle").redirect("middle", 302, "1");

        late = "https://a.org/middle";
        releasedBy = "https://a.org/1";

        Facts facts = visit("5", "later");

        assertThat(chain(facts, "5").trouble()).isNotNull();
        assertThat(chain(facts, "later").trouble()).isNull();
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
