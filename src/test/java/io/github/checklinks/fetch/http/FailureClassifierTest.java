// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import static io.github.checklinks.model.FailureCause.TIMED_OUT;
import static io.github.checklinks.model.FailureCause.UNKNOWN_HOST;
import static io.github.checklinks.model.FailureCause.UNREACHABLE;
import static io.github.checklinks.model.FailureCause.UNTRUSTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.fetch.Bench;
import io.github.checklinks.fetch.HttpSettings;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.fetch.connection.HostResolver;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureClassifierTest {

    @AutoClose
    private final Bench bench = new Bench();

    private FailureClassifier failures() {
        return new FailureClassifier(bench.settings());
    }

    private Response.None of(Throwable failure, RequestPhase requestPhase) {
        return failures().of(failure, requestPhase, null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONNECTING | no connection within 5s (connectTimeout)",
                "SENT | no answer within 5s (responseTimeout)",
                "RECEIVING | the answer stalled for 5s (responseTimeout)",
            })
    void thePhaseDeterminesTheTimeout(RequestPhase requestPhase, String detail) {
        assertThat(of(new SocketTimeoutException("5 SECONDS"), requestPhase))
                .isEqualTo(Bench.none(TIMED_OUT, detail, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RESOLVING | its name was not resolved within 20s (linkTimeout)",
                "CONNECTING | no connection within 20s (linkTimeout)",
                "SENT | no answer within 20s (linkTimeout)",
                "RECEIVING | the answer did not end within 20s (linkTimeout)",
            })
    void thePhaseDeterminesWhatTookTooLong(RequestPhase requestPhase, String detail) {
        assertThat(failures().deadlineExceeded(requestPhase)).isEqualTo(Bench.none(TIMED_OUT, detail, true));
    }

    @Test
    void troubleOnTheWayIsUnreachableAndMayPass() {
        assertThat(of(new ConnectException("Connection refused"), RequestPhase.CONNECTING)
                        .detail())
                .isEqualTo("the connection was refused");
        assertThat(of(new NoRouteToHostException("No route to host"), RequestPhase.CONNECTING)
                        .detail())
                .isEqualTo("no route to its address");
        assertThat(of(new ConnectException("Network is unreachable"), RequestPhase.CONNECTING)
                        .detail())
                .isEqualTo("no route to its address");
        assertThat(of(new IOException("Broken pipe"), RequestPhase.SENT).detail())
                .isEqualTo("the connection was reset without an answer");
        assertThat(of(new SocketException("Too many open files"), RequestPhase.CONNECTING))
                .isEqualTo(Bench.none(UNREACHABLE, "the connection failed: Too many open files", true));
    }

    @Test
    void aNameServiceThatIsSilentIsDistinguishedFromAMissingName() {
        HostResolver.Found missing = new HostResolver.Found(List.of(), "a.test: Name or service not known");
        HostResolver.Found silent = new HostResolver.Found(List.of(), "a.test: Temporary failure in name resolution");

        assertThat(failures().unknownHost("a.test", missing))
                .isEqualTo(Bench.none(UNKNOWN_HOST, "no such host: a.test", false));
        assertThat(failures().unknownHost("a.test", silent))
                .isEqualTo(Bench.none(UNKNOWN_HOST, "the name service does not answer for a.test", false));
    }

    @Test
    void distrustIsFoundHoweverDeepItLies() {
        SSLHandshakeException outer = new SSLHandshakeException("PKIX path building failed");
        outer.initCause(new CertificateException("why"));

        assertThat(of(outer, RequestPhase.CONNECTING).cause()).isEqualTo(UNTRUSTED);
        assertThat(of(outer, RequestPhase.CONNECTING).temporary()).isFalse();
    }

    @Test
    void distrustOfTheTargetIsNotBlamedOnTheProxy() {
        HttpSettings.Proxy proxy = new HttpSettings.Proxy("https", "proxy.test", 3128, null, null, null);

        assertThat(failures()
                        .of(new SSLHandshakeException("PKIX path"), RequestPhase.CONNECTING, proxy)
                        .detail())
                .doesNotContain("proxy");
        assertThat(failures()
                        .of(new ConnectException("Connection refused"), RequestPhase.CONNECTING, proxy)
                        .detail())
                .isEqualTo("the proxy proxy.test:3128: the connection was refused");
    }

    @Test
    void aMistakeOfOursSaysSo() {
        assertThat(of(new IllegalStateException("oops"), RequestPhase.SENT))
                .isEqualTo(Bench.none(
                        UNREACHABLE, "internal error while sending the request: IllegalStateException: oops", false));
    }

    @Test
    void controlCharactersAndSecretsAreNotReported() {
        bench.headers = Map.of("X-Api-Key", "s3cret-key");
        bench.proxies = List.of(new HttpSettings.Proxy("http", "p", 1, "u", "open-sesame", null));

        String detail = of(
                        new SocketException(
                                "\u001b[31mred\u001b[0m\r\nX: s3cret-key open-sesame http://user:pass@host/ \u202egnp"),
                        RequestPhase.CONNECTING)
                .detail();

        assertThat(detail)
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}]")
                .doesNotContain("s3cret", "sesame", "user", "pass")
                .contains("http://***@host/", "X: *** ***");
    }

    @Test
    void aLongTextIsCut() {
        assertThat(of(new SocketException("x".repeat(10_000)), RequestPhase.CONNECTING)
                        .detail())
                .hasSizeLessThan(310)
                .endsWith("…");
    }
}
