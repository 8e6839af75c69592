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

/** HttpClient, with everything switched off that decides for us: retries, redirects, cookies, decoding, upgrades. */
final class Client implements AutoCloseable {

    /** What every HTTP/1.1 request needs besides what we write. */
    private static final HttpProcessor REQUESTS = new DefaultHttpProcessor(
            new RequestTargetHost(), new RequestContent(), new RequestConnControl(), Client::departs);

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
                .addRequestInterceptorLast(Client::departs)
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), "asked", Client::asked)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(settings.responseTimeout()))
                        .setConnectionRequestTimeout(Timeout.ofMinutes(10)) // the exchange's deadline comes first
                        .setAuthenticationEnabled(!credentials.isEmpty())
                        .setProtocolUpgradeEnabled(false)
                        .build());
        if (settings.proxies().isEmpty()) {
            // The client's own element there sees to logins and proxies, and takes each path apart for it.
            builder.replaceExecInterceptor(ChainElement.PROTOCOL.name(), Client::begun);
        } else {
            builder.addExecInterceptorFirst("begun", Client::begun);
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
     * Sends it; the exchange is told what comes of it.
     *
     * @param request makes the request, anew for each connection it goes out on
     */
    void send(HttpHost target, Supplier<HttpRequest> request, Exchange exchange) {
        send(
                target,
                request,
                exchange,
                connectionReuse.isExcluded(exchange.request().url().origin()));
    }

    private void send(HttpHost target, Supplier<HttpRequest> request, Exchange exchange, boolean fresh) {
        Transmission transmission = new Transmission(exchange, fresh, trouble -> {
            distrust(exchange.request().url().origin(), trouble);
            send(target, request, exchange, true);
        });
        HttpClientContext context = HttpClientContext.create();
        transmission.attachTo(context);
        if (!credentials.isEmpty()) {
            context.setAuthCache(credentials);
        }
        exchange.sends(transmission);
        transmission.flying(client.execute(
                target,
                new BasicRequestProducer(request.get(), null),
                transmission.consumer(),
                null,
                context,
                transmission));
    }

    /** Closes connections that are of no more use; the pool by itself would keep one for each host ever asked. */
    void tidy() {
        pool.closeExpired();
        boolean many = pool.getTotalStats().getAvailable() > concurrency;
        pool.closeIdle(many ? TimeValue.ofMilliseconds(500) : TimeValue.ofSeconds(10));
    }

    /** Notes a used connection that failed. Connections to a host that is not to be trusted with them are closed. */
    private void distrust(String origin, Exception trouble) {
        if (FailureClassifier.isNonsense(trouble) ? connectionReuse.exclude(origin) : connectionReuse.lose(origin)) {
            pool.closeIdle(TimeValue.ZERO_MILLISECONDS);
        }
    }

    /** Connections in use. */
    int leased() {
        return pool.getTotalStats().getLeased();
    }

    @Override
    public void close() {
        // A reactor whose sessions are taken away under its feet complains of it in the build's log; so they end by
        // themselves.
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

    /** Stands at the beginning of the client's chain. Takes a connection from the pool, because here can be seen whether it is a new one. */
    private static void begun(
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
        transmission.on(scope.execRuntime);
        scope.cancellableDependency.setDependency(scope.execRuntime.acquireEndpoint(
                scope.exchangeId,
                scope.route,
                null,
                scope.clientContext,
                new ConnectionLease(transmission, callback, () -> chain.proceed(request, body, scope, callback))));
    }

    /** Stands behind the making of connections in the client's chain: what comes here has one, through the proxy's tunnel if need be. */
    private static void asked(
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
            transmission.exchange().reach(RequestPhase.ASKED);
            if (!scope.execRuntime.isEndpointConnected()) {
                // The client would connect once more by itself, in plain text to a proxy whose tunnel is gone.
                throw new ConnectionClosedException();
            }
        }
        chain.proceed(request, body, scope, callback);
    }

    /** Called when the request is about to be written. */
    private static void departs(HttpRequest request, @Nullable EntityDetails entity, HttpContext context) {
        Transmission transmission = Transmission.of(context);
        if (transmission != null) {
            transmission.departs(HttpCoreContext.cast(context));
        }
    }
}
