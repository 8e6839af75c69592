// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.connection;

import java.net.SocketAddress;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.reactor.ssl.TransportSecurityLayer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** TLS that is made ready when the first host is asked over it: reading the trusted certificates takes longer than crawling a small site. */
public final class LazyTlsStrategy implements TlsStrategy {

    private final Supplier<SSLContext> context;
    private @Nullable TlsStrategy ready;

    public LazyTlsStrategy(Supplier<SSLContext> context) {
        this.context = context;
    }

    /**
     * Makes it ready, where it may take its time.
     *
     * @throws IllegalStateException when the trusted certificates cannot be read
     */
    public void prepare() {
        strategy();
    }

    private synchronized TlsStrategy strategy() {
        TlsStrategy strategy = ready;
        if (strategy == null) {
            strategy = ClientTlsStrategyBuilder.create()
                    .setSslContext(context.get())
                    .setHostVerificationPolicy(HostnameVerificationPolicy.BUILTIN)
                    .buildAsync();
            ready = strategy;
        }
        return strategy;
    }

    @Override
    public void upgrade(
            TransportSecurityLayer session,
            NamedEndpoint endpoint,
            Object attachment,
            Timeout handshakeTimeout,
            FutureCallback<TransportSecurityLayer> callback) {
        strategy().upgrade(session, endpoint, attachment, handshakeTimeout, callback);
    }

    @Override
    @Deprecated
    public boolean upgrade(
            TransportSecurityLayer session,
            HttpHost host,
            SocketAddress localAddress,
            SocketAddress remoteAddress,
            Object attachment,
            Timeout handshakeTimeout) {
        return strategy().upgrade(session, host, localAddress, remoteAddress, attachment, handshakeTimeout);
    }
}
