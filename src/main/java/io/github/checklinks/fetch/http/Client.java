// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import io.github.checklinks.fetch.HttpSettings;
import io.github.checklinks.fetch.ProxyCredentials;
import io.github.checklinks.fetch.body.StopReadingException;
import io.github.checklinks.fetch.connection.ConnectionPools;
import io.github.checklinks.fetch.connection.LazyTlsStrategy;
import io.github.checklinks.fetch.connection.PinnedAddresses;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.auth.AuthSchemeFactory;
import org.apache.hc.client5.http.auth.StandardAuthScheme;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.auth.BasicSchemeFactory;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.RequestConnControl;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Apache HttpClient without its automatic features: retries, redirects, cookies, decoding and upgrades are disabled. */
final class Client implements AutoCloseable {

    /** Adds the headers that every HTTP/1.1 request needs to those of {@link RequestWriter}. */
    private static final HttpProcessor REQUESTS = new DefaultHttpProcessor(
            new RequestTargetHost(), new RequestContent(), new RequestConnControl(), Client::beforeWrite);

    private final PoolingAsyncClientConnectionManager pool;
    private final CloseableHttpAsyncClient client;
    private final ProxyCredentials credentials;
    private final ConnectionReuse connectionReuse = new ConnectionReuse();
    private final int concurrency;

    Client(HttpSettings settings, LazyTlsStrategy tls, PinnedAddresses addresses) {
        credentials = new ProxyCredentials(settings.proxies());
        concurrency = settings.concurrency();
        pool = ConnectionPools.of(settings, tls, addresses, REQUESTS, connectionReuse);
        client = client(settings);
        client.start();
    }

    private CloseableHttpAsyncClient client(HttpSettings settings) {
        HttpAsyncClientBuilder builder = HttpAsyncClientBuilder.create()
                .setConnectionManager(pool)
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(Math.min(2, Runtime.getRuntime().availableProcessors()))
                        .setTcpNoDelay(true)
                        .setSelectInterval(TimeValue.ofMilliseconds(250))
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableConnectionState()
                .disableRequestPriority()
                .setConnectionReuseStrategy(connectionReuse)
                .setRoutePlanner(Client::route)
                .addRequestInterceptorLast(Client::beforeWrite)
                .addExecInterceptorBefore(
                        ChainElement.MAIN_TRANSPORT.name(), "checkConnection", Client::checkConnection)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(settings.responseTimeout()))
                        .setConnectionRequestTimeout(Timeout.ofMinutes(10)) // longer than the deadline of the exchange
                        .setAuthenticationEnabled(!credentials.isEmpty())
                        .setProtocolUpgradeEnabled(false)
                        .build());
        if (settings.proxies().isEmpty()) {
            // HttpClient's own element handles authentication and proxies, and parses each path to do so.
            builder.replaceExecInterceptor(ChainElement.PROTOCOL.name(), Client::leaseConnection);
        } else {
            builder.addExecInterceptorFirst("leaseConnection", Client::leaseConnection);
        }
        if (credentials.isEmpty()) {
            builder.disableAuthCaching();
        } else {
            builder.setDefaultCredentialsProvider(credentials.provider())
                    .setDefaultAuthSchemeRegistry(RegistryBuilder.<AuthSchemeFactory>create()
                            .register(StandardAuthScheme.BASIC, BasicSchemeFactory.INSTANCE)
                            .build());
        }
        return builder.build();
    }

    /**
     * Sends a request and reports the outcome to the exchange.
     *
     * @param request supplies a new request for each transmission
     */
    void send(HttpHost target, Supplier<HttpRequest> request, Exchange exchange) {
        send(
                target,
                request,
                exchange,
                connectionReuse.isExcluded(exchange.request().url().origin()));
    }

    private void send(HttpHost target, Supplier<HttpRequest> request, Exchange exchange, boolean fresh) {
        Transmission transmission = new Transmission(exchange, fresh, failure -> {
            onReuseFailure(exchange.request().url().origin(), failure);
            send(target, request, exchange, true);
        });
        HttpClientContext context = HttpClientContext.create();
        transmission.attachTo(context);
        if (!credentials.isEmpty()) {
            context.setAuthCache(credentials);
        }
        exchange.setTransmission(transmission);
        transmission.setFuture(client.execute(
                target,
                new BasicRequestProducer(request.get(), null),
                transmission.consumer(),
                null,
                context,
                transmission));
    }

    /** Closes idle connections; the pool alone would keep one for each host ever requested. */
    void closeIdleConnections() {
        pool.closeExpired();
        boolean many = pool.getTotalStats().getAvailable() > concurrency;
        pool.closeIdle(many ? TimeValue.ofMilliseconds(500) : TimeValue.ofSeconds(10));
    }

    /** Records the failure of a reused connection. Closes idle connections if the origin is excluded from reuse because of it. */
    private void onReuseFailure(String origin, Exception failure) {
        if (FailureClassifier.isProtocolViolation(failure)
                ? connectionReuse.exclude(origin)
                : connectionReuse.recordLoss(origin)) {
            pool.closeIdle(TimeValue.ZERO_MILLISECONDS);
        }
    }

    /** Returns the number of connections in use. */
    int leased() {
        return pool.getTotalStats().getLeased();
    }

    @Override
    public void close() {
        // Shut down gracefully first: the reactor logs an error to the build's log if its sessions are closed while it
        // uses
        // them.
        client.initiateShutdown();
        try {
            client.awaitShutdown(TimeValue.ofMilliseconds(500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close(CloseMode.IMMEDIATE);
    }

    private static HttpRoute route(HttpHost target, HttpContext context) {
        Transmission transmission = Transmission.of(context);
        HttpSettings.Proxy proxy =
                transmission == null ? null : transmission.exchange().proxy();
        HttpHost host = RoutingSupport.normalize(target, DefaultSchemePortResolver.INSTANCE);
        boolean secure = host.getSchemeName().equals("https");
        return proxy == null
                ? new HttpRoute(host, null, secure)
                : new HttpRoute(host, null, ProxyCredentials.host(proxy), secure);
    }

    /** The first element of the client's execution chain. Leases a connection here in order to see whether it is a new one. */
    private static void leaseConnection(
            HttpRequest request,
            @Nullable AsyncEntityProducer body,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        Transmission transmission = Transmission.of(scope.clientContext);
        if (transmission == null) {
            chain.proceed(request, body, scope, callback);
            return;
        }
        transmission.setRuntime(scope.execRuntime);
        scope.cancellableDependency.setDependency(scope.execRuntime.acquireEndpoint(
                scope.exchangeId,
                scope.route,
                null,
                scope.clientContext,
                new ConnectionLease(transmission, callback, () -> chain.proceed(request, body, scope, callback))));
    }

    /** The element of the client's execution chain after connecting: the connection is open, through the tunnel of the proxy if there is one. */
    private static void checkConnection(
            HttpRequest request,
            @Nullable AsyncEntityProducer body,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        Transmission transmission = Transmission.of(scope.clientContext);
        if (transmission != null) {
            if (transmission.exchange().result().isDone()) {
                throw new StopReadingException();
            }
            transmission.exchange().enter(RequestPhase.SENT);
            if (!scope.execRuntime.isEndpointConnected()) {
                // The client would reconnect automatically, in plain text to a proxy whose tunnel has been closed.
                throw new ConnectionClosedException();
            }
        }
        chain.proceed(request, body, scope, callback);
    }

    /** Called before the request is written. */
    private static void beforeWrite(HttpRequest request, @Nullable EntityDetails entity, HttpContext context) {
        Transmission transmission = Transmission.of(context);
        if (transmission != null) {
            transmission.beforeWrite(HttpCoreContext.cast(context));
        }
    }
}
