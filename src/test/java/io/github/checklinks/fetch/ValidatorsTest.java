// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.url.WebUrl;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The validators of an answer, and conditional requests with them. */
class ValidatorsTest {

    private static final String TIME = "Sun, 22 Nov 2026 10:00:00 GMT";

    @AutoClose
    private final Bench bench = new Bench();

    @AutoClose
    private final RawServer server = RawServer.start(call -> {
        boolean known = "\"v1\"".equals(call.headers().get("if-none-match"));
        call.answer(
                (known ? "304 Not Modified" : "200 OK") + "\r\nETag: \"v1\"\r\nLast-Modified: " + TIME, new byte[0]);
    });

    @Test
    void anAnswerHasValidators() {
        Response.Answer answer = bench.head(server.origin() + "/");

        assertThat(answer.state()).isEqualTo(new Validators("\"v1\"", TIME));
        assertThat(answer.personal()).isFalse();
    }

    @Test
    void knownValidatorsAreSent() {
        WebUrl url = (WebUrl) WebUrl.parse(server.origin() + "/");
        Request request =
                new Request(url, RequestMode.CONTENT, false, "", Duration.ZERO, new Validators("\"v1\"", TIME));

        Response.Answer answer = Bench.answer(Bench.join(bench.fetcher().fetch(request)));

        assertThat(answer.status()).isEqualTo(304);
        assertThat(server.calls().get(0).headers())
                .containsEntry("if-none-match", "\"v1\"")
                .containsEntry("if-modified-since", TIME);
    }

    @Test
    void withoutOneThereIsNoCondition() {
        bench.head(server.origin() + "/");

        assertThat(server.calls().get(0).headers()).doesNotContainKeys("if-none-match", "if-modified-since");
    }

    @Test
    void anAnswerToCredentialsIsPersonal() {
        Response.Answer answer = bench.head(server.origin().replace("://", "://name:pass@") + "/");

        assertThat(answer.personal()).isTrue();
    }

    @Test
    void anAnswerToConfiguredHeadersIsPersonal() {
        bench.siteOrigin = server.origin();
        bench.headers = Map.of("X-Key", "1");

        assertThat(bench.head(server.origin() + "/").personal()).isTrue();
    }

    @Test
    void anAnswerOfTheSiteWithoutHeadersIsNot() {
        bench.siteOrigin = server.origin();

        assertThat(bench.head(server.origin() + "/").personal()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00e4", "a\tb", "a\nb"})
    void whatCannotBeSentBackIsAsGoodAsNotSaid(String value) {
        assertThat(Validators.of(value, value).isEmpty()).isTrue();
        assertThat(Validators.of(value, TIME)).isEqualTo(new Validators(null, TIME));
        assertThat(Validators.of("x".repeat(1000), null).isEmpty()).isTrue();
    }
}
