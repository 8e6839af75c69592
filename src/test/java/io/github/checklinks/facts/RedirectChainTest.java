// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.facts.RedirectChain.Ending;
import io.github.checklinks.model.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Chains of redirects over outcomes that are put together by hand. */
class RedirectChainTest {

    private static final int MANY = 10;

    private final Map<Integer, Outcome> outcomes = new HashMap<>();

    private RedirectChainTest redirect(int from, int status, int to) {
        return redirect(from, status, to, null);
    }

    private RedirectChainTest redirect(int from, int status, int to, @Nullable String fragment) {
        outcomes.put(from, new Outcome.Redirected(status, to, fragment, 1));
        return this;
    }

    private RedirectChain chain(int start, int most) {
        return RedirectChain.of(start, most, outcomes::get);
    }

    private static List<String> hops(RedirectChain chain) {
        return chain.hops(String::valueOf).stream()
                .map(hop -> hop.url() + " " + (hop.status() == 0 ? "-" : hop.status()))
                .toList();
    }

    @Test
    void aChainLeadsToTheFirstTargetThatDoesNotRedirect() {
        outcomes.put(3, new Outcome.Answered(404, 1));
        RedirectChain chain = redirect(1, 302, 2).redirect(2, 307, 3).chain(1, MANY);

        assertThat(chain.start()).isEqualTo(1);
        assertThat(chain.end()).isEqualTo(3);
        assertThat(chain.ending()).isEqualTo(Ending.END);
        assertThat(chain.outcome()).isEqualTo(new Outcome.Answered(404, 1));
        assertThat(chain.targets()).containsExactly(1, 2, 3);
        assertThat(hops(chain)).containsExactly("1 302", "2 307", "3 404");
        assertThat(chain.statuses()).containsExactly(302, 307);
    }

    @Test
    void aChainMayEndAtATargetThatWasNotVisited() {
        RedirectChain chain = redirect(1, 301, 2).chain(1, MANY);

        assertThat(chain.end()).isEqualTo(2);
        assertThat(chain.ending()).isEqualTo(Ending.END);
        assertThat(chain.outcome()).isNull();
        assertThat(hops(chain)).containsExactly("1 301", "2 -");
        assertThat(chain.permanentEnd()).isEqualTo(2);
    }

    @Test
    void withoutAnyRedirectAllowedTheChainStaysWhereItStarts() {
        RedirectChain chain = redirect(1, 301, 2).chain(1, 0);

        assertThat(chain.ending()).isEqualTo(Ending.TOO_MANY);
        assertThat(chain.end()).isEqualTo(1);
        assertThat(chain.redirects()).isEmpty();
        assertThat(chain.targets()).containsExactly(1);
        assertThat(hops(chain)).containsExactly("1 301", "2 -");
    }

    @Test
    void asManyRedirectsAsAreAllowedAreFollowed() {
        redirect(1, 301, 2).redirect(2, 301, 3).redirect(3, 301, 4);

        assertThat(chain(3, 1).ending()).isEqualTo(Ending.END);
        assertThat(chain(2, 1).ending()).isEqualTo(Ending.TOO_MANY);
        assertThat(chain(1, 3).ending()).isEqualTo(Ending.END);
        assertThat(chain(1, 3).end()).isEqualTo(4);
    }

    @Test
    void aChainThatIsTooLongEndsAtTheRedirectThatIsNotFollowed() {
        RedirectChain chain =
                redirect(1, 301, 2).redirect(2, 302, 3).redirect(3, 303, 4).chain(1, 2);

        assertThat(chain.ending()).isEqualTo(Ending.TOO_MANY);
        assertThat(chain.end()).isEqualTo(3);
        assertThat(chain.outcome()).isEqualTo(new Outcome.Redirected(303, 4, null, 1));
        assertThat(chain.redirects()).hasSize(2);
        assertThat(hops(chain)).containsExactly("1 301", "2 302", "3 303", "4 -");
        assertThat(chain.permanentEnd()).isEqualTo(-1);
    }

    @Test
    void aTargetThatRedirectsToItselfIsALoop() {
        RedirectChain chain = redirect(1, 302, 1).chain(1, MANY);

        assertThat(chain.ending()).isEqualTo(Ending.LOOP);
        assertThat(chain.end()).isEqualTo(1);
        assertThat(hops(chain)).containsExactly("1 302", "1 -");
    }

    @Test
    void aChainThatReturnsToItsStartIsALoop() {
        RedirectChain chain = redirect(1, 301, 2, "top").redirect(2, 301, 1).chain(1, MANY);

        assertThat(chain.ending()).isEqualTo(Ending.LOOP);
        assertThat(chain.targets()).containsExactly(1, 2);
        assertThat(hops(chain)).containsExactly("1 301", "2 301", "1 -");
        assertThat(chain.permanentEnd()).isEqualTo(-1);
        assertThat(chain.permanentFragment()).isNull();
    }

    @Test
    void aChainThatReturnsToItsMiddleIsALoopFoundAtTheFirstReturn() {
        RedirectChain chain =
                redirect(1, 301, 2).redirect(2, 302, 3).redirect(3, 303, 2).chain(1, MANY);

        assertThat(chain.ending()).isEqualTo(Ending.LOOP);
        assertThat(chain.end()).isEqualTo(3);
        assertThat(hops(chain)).containsExactly("1 301", "2 302", "3 303", "2 -");
        assertThat(chain.statuses()).containsExactly(301, 302);
    }

    @Test
    void aLoopThatIsLongerThanTheLimitHasTooManyRedirects() {
        assertThat(redirect(1, 301, 2).redirect(2, 301, 1).chain(1, 1).ending()).isEqualTo(Ending.TOO_MANY);
    }

    @Test
    void onlyTheLeadingPermanentRedirectsMoveALink() {
        redirect(1, 301, 2).redirect(2, 308, 3).redirect(3, 302, 4).redirect(4, 301, 5);

        assertThat(chain(1, MANY).permanentEnd()).isEqualTo(3);
        assertThat(chain(3, MANY).permanentEnd()).isEqualTo(-1);
        assertThat(chain(4, MANY).permanentEnd()).isEqualTo(5);
    }

    @Test
    void theLastFragmentOfPermanentRedirectsIsThatOfTheNewAddress() {
        redirect(1, 301, 2, "old")
                .redirect(2, 301, 3, "new")
                .redirect(3, 301, 4)
                .redirect(4, 302, 5, "session");

        assertThat(chain(1, MANY).permanentFragment()).isEqualTo("new");
        assertThat(chain(3, MANY).permanentFragment()).isNull();
        assertThat(chain(4, MANY).permanentFragment()).isNull();
    }

    @Test
    void aFragmentOfAnyRedirectReplacesThatOfTheLink() {
        redirect(1, 302, 2, "").redirect(2, 302, 3);

        assertThat(chain(1, MANY).replacesFragment()).isTrue();
        assertThat(chain(2, MANY).replacesFragment()).isFalse();
    }
}
