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

/** A TLS strategy that is initialised for the first https request: reading the trusted certificates takes longer than crawling a small site. */
public final class LazyTlsStrategy implements TlsStrategy {

    private final Supplier<SSLContext> context;
    private @Nullable TlsStrategy delegate;

    public LazyTlsStrategy(Supplier<SSLContext> context) {
        this.context = context;
    }

    /**
     * Initialises TLS on the calling thread, instead of an I/O thread of the client.
     *
     * @throws IllegalStateException if the trusted certificates cannot be read
     */
    public void prepare() {
        delegate();
    }

    private synchronized TlsStrategy delegate() {
        TlsStrategy current = delegate;
        if (current == null) {
            current = ClientTlsStrategyBuilder.create()
                    .setSslContext(context.get())
                    .setHostVerificationPolicy(HostnameVerificationPolicy.BUILTIN)
                    .buildAsync();
            delegate = current;
        }
        return current;
    }

    @Override
    public void upgrade(
            TransportSecurityLayer session,
            NamedEndpoint endpoint,
            Object attachment,
            Timeout handshakeTimeout,
            FutureCallback<TransportSecurityLayer> callback) {
        delegate().upgrade(session, endpoint, attachment, handshakeTimeout, callback);
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
        return delegate().upgrade(session, host, localAddress, remoteAddress, attachment, handshakeTimeout);
    }
}
