// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.connection;

import io.github.checklinks.fetch.HttpSettings;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.nio.AsyncClientConnectionOperator;
import org.apache.hc.core5.http.ConnectionReuseStrategy;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.nio.ClientHttp1StreamDuplexerFactory;
import org.apache.hc.core5.http.impl.nio.DefaultHttpRequestWriterFactory;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Builds the connection pool of the client. */
public final class ConnectionPools extends PoolingAsyncClientConnectionManagerBuilder {

    private static final int MAX_LINE_LENGTH = 64 << 10;
    private static final int MAX_HEADERS = 1000;

    private final ClientHttp1StreamDuplexerFactory duplexers;

    private ConnectionPools(ClientHttp1StreamDuplexerFactory duplexers) {
        this.duplexers = duplexers;
    }

    /**
     * Builds a pool.
     *
     * @param processor adds the standard headers to each HTTP/1.1 request
     */
    public static PoolingAsyncClientConnectionManager of(
            HttpSettings settings,
            LazyTlsStrategy tls,
            PinnedAddresses addresses,
            HttpProcessor processor,
            ConnectionReuseStrategy reuse) {
        Timeout connect = Timeout.of(settings.connectTimeout());
        return new ConnectionPools(duplexers(processor, reuse))
                // A STRICT pool scans one list for all hosts: requests waiting for a hung host make the others 20 times
                // slower.
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnPerRoute(settings.connectionsPerHost())
                .setMaxConnTotal(settings.concurrency())
                .setMessageMultiplexing(false)
                .setDnsResolver(addresses)
                .setTlsStrategy(tls)
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(
                                settings.http2() ? HttpVersionPolicy.NEGOTIATE : HttpVersionPolicy.FORCE_HTTP_1)
                        .setHandshakeTimeout(connect)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        // The only timeout that applies to HTTP/2.
                        .setSocketTimeout(Timeout.of(settings.responseTimeout()))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .setTimeToLive(TimeValue.ofMinutes(2))
                        .build())
                .build();
    }

    private static ClientHttp1StreamDuplexerFactory duplexers(HttpProcessor processor, ConnectionReuseStrategy reuse) {
        Http1Config config = Http1Config.custom()
                .setMaxLineLength(MAX_LINE_LENGTH)
                .setMaxHeaderCount(MAX_HEADERS)
                .build();
        return new ClientHttp1StreamDuplexerFactory(
                processor,
                config,
                CharCodingConfig.DEFAULT,
                reuse,
                () -> new AnswerParser(config),
                new DefaultHttpRequestWriterFactory(config),
                new AnswerLength(),
                DefaultContentLengthStrategy.INSTANCE,
                null);
    }

    @Override
    protected AsyncClientConnectionOperator createConnectionOperator(
            TlsStrategy tls, SchemePortResolver ports, DnsResolver names) {
        return new LenientConnectionFactory(super.createConnectionOperator(tls, ports, names), duplexers);
    }
}
