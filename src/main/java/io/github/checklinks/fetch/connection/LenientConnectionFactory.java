// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.connection;

import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.nio.AsyncClientConnectionOperator;
import org.apache.hc.client5.http.nio.ManagedAsyncClientConnection;
import org.apache.hc.core5.concurrent.CallbackContribution;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.nio.ClientHttp1IOEventHandler;
import org.apache.hc.core5.http.impl.nio.ClientHttp1StreamDuplexerFactory;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.impl.nio.ClientHttp1UpgradeHandler;
import org.apache.hc.core5.http2.ssl.ApplicationProtocol;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.ProtocolIOSession;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections like the client, and installs our lenient HTTP/1.1 parser on each, for which the client has no setting.
 */
final class LenientConnectionFactory implements AsyncClientConnectionOperator {

    private final AsyncClientConnectionOperator operator;
    private final ClientHttp1StreamDuplexerFactory duplexers;

    LenientConnectionFactory(AsyncClientConnectionOperator operator, ClientHttp1StreamDuplexerFactory duplexers) {
        this.operator = operator;
        this.duplexers = duplexers;
    }

    @Override
    public Future<ManagedAsyncClientConnection> connect(
            ConnectionInitiator initiator,
            HttpHost host,
            SocketAddress from,
            Timeout timeout,
            @Nullable Object attachment,
            FutureCallback<ManagedAsyncClientConnection> callback) {
        return operator.connect(wrap(initiator), host, from, timeout, attachment, callback);
    }

    @Override
    public Future<ManagedAsyncClientConnection> connect(
            ConnectionInitiator initiator,
            HttpHost host,
            NamedEndpoint name,
            SocketAddress from,
            Timeout timeout,
            @Nullable Object attachment,
            HttpContext context,
            FutureCallback<ManagedAsyncClientConnection> callback) {
        return operator.connect(wrap(initiator), host, name, from, timeout, attachment, context, callback);
    }

    @Override
    public Future<ManagedAsyncClientConnection> connect(
            ConnectionInitiator initiator,
            HttpHost host,
            @Nullable Path socket,
            NamedEndpoint name,
            SocketAddress from,
            Timeout timeout,
            @Nullable Object attachment,
            HttpContext context,
            FutureCallback<ManagedAsyncClientConnection> callback) {
        return operator.connect(wrap(initiator), host, socket, name, from, timeout, attachment, context, callback);
    }

    @Override
    public void upgrade(ManagedAsyncClientConnection connection, HttpHost host, @Nullable Object attachment) {
        operator.upgrade(connection, host, attachment);
    }

    @Override
    public void upgrade(
            ManagedAsyncClientConnection connection,
            HttpHost host,
            NamedEndpoint name,
            @Nullable Object attachment,
            HttpContext context,
            FutureCallback<ManagedAsyncClientConnection> callback) {
        operator.upgrade(connection, host, name, attachment, context, callback);
    }

    private ConnectionInitiator wrap(ConnectionInitiator initiator) {
        return (endpoint, to, from, timeout, attachment, callback) ->
                initiator.connect(endpoint, to, from, timeout, attachment, new CallbackContribution<>(callback) {
                    @Override
                    public void completed(IOSession session) {
                        install(session);
                        callback.completed(session);
                    }
                });
    }

    private void install(IOSession session) {
        if (session instanceof ProtocolIOSession connection) {
            connection.registerProtocol(ApplicationProtocol.HTTP_1_1.id, new ClientHttp1UpgradeHandler(duplexers));
            if (connection.getHandler() instanceof ClientHttp1IOEventHandler) {
                connection.upgrade(new ClientHttp1IOEventHandler(duplexers.create(connection)));
            }
        }
    }
}
