// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import static io.github.checklinks.model.FailureCause.TIMED_OUT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.nio.AsyncRequestConsumer;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler;
import org.apache.hc.core5.http.nio.entity.DiscardingEntityConsumer;
import org.apache.hc.core5.http.nio.support.AsyncResponseBuilder;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2ServerBootstrap;
import org.apache.hc.core5.http2.ssl.H2ServerTlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that prefers HTTP/2. */
class Http2Test implements AsyncServerRequestHandler<Message<HttpRequest, Void>> {

    private final Bench bench = new Bench();
    private final List<String> versions = new CopyOnWriteArrayList<>();
    private final HttpAsyncServer server = H2ServerBootstrap.bootstrap()
            .setVersionPolicy(HttpVersionPolicy.NEGOTIATE)
            .setTlsStrategy(new H2ServerTlsStrategy(Certificates.shared().server("good")))
            .setCanonicalHostName("good.test")
            .register("*", this)
            .create();
    private String origin = "";

    @BeforeEach
    void start() throws Exception {
        bench.useTestCertificates();
        server.start();
        InetSocketAddress address = (InetSocketAddress)
                server.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), URIScheme.HTTPS)
                        .get()
                        .getAddress();
        origin = "https://good.test:" + address.getPort();
    }

    @AfterEach
    void close() {
        bench.close();
        server.close(CloseMode.IMMEDIATE);
    }

    @Override
    public AsyncRequestConsumer<Message<HttpRequest, Void>> prepare(
            HttpRequest request, EntityDetails entity, HttpContext context) {
        return new BasicRequestConsumer<>(entity == null ? null : new DiscardingEntityConsumer<>());
    }

    @Override
    public void handle(Message<HttpRequest, Void> message, ResponseTrigger trigger, HttpContext context)
            throws HttpException, IOException {
        versions.add(String.valueOf(HttpCoreContext.cast(context).getProtocolVersion()));
        if (message.getHead().getPath().equals("/silent")) {
            return;
        }
        boolean image = message.getHead().getPath().equals("/image");
        trigger.submitResponse(
                AsyncResponseBuilder.create(200)
                        .setEntity(
                                image ? "x".repeat(5 << 20) : "<p>two",
                                image ? ContentType.IMAGE_PNG : ContentType.TEXT_HTML)
                        .build(),
                context);
    }

    @ParameterizedTest
    @CsvSource({"true, HTTP/2.0", "false, HTTP/1.1"})
    void itIsNegotiatedOnlyIfAllowed(boolean allowed, String version) {
        bench.http2 = allowed;

        assertThat(bench.page(origin + "/a|b?c").body()).asString(UTF_8).isEqualTo("<p>two");
        assertThat(bench.head(origin + "/a").status()).isEqualTo(200);
        assertThat(versions).containsExactly(version, version);
    }

    @Test
    void aSilentServerTimesOutToo() {
        bench.http2 = true;
        bench.responseTimeout = Duration.ofMillis(500);

        assertThat(bench.failure(origin + "/silent").cause()).isEqualTo(TIMED_OUT);
        assertThat(bench.fetcher().connectionsInUse()).isZero();
    }

    @Test
    void anUnwantedBodyIsNotDownloadedAndTheNextRequestIsAnswered() {
        bench.http2 = true;

        assertThat(bench.page(origin + "/image").body()).isEmpty();
        assertThat(bench.page(origin + "/a").body()).asString(UTF_8).isEqualTo("<p>two");
        assertThat(bench.fetcher().connectionsInUse()).isZero();
    }
}
