// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import io.github.checklinks.fetch.AddressPolicy;
import io.github.checklinks.fetch.Fetcher;
import io.github.checklinks.fetch.HostLiterals;
import io.github.checklinks.fetch.HostSettings;
import io.github.checklinks.fetch.HttpSettings;
import io.github.checklinks.fetch.Proxies;
import io.github.checklinks.fetch.ProxyRefusal;
import io.github.checklinks.fetch.Request;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.fetch.RetryAfter;
import io.github.checklinks.fetch.body.BodyBudget;
import io.github.checklinks.fetch.connection.ExplainingTrustManager;
import io.github.checklinks.fetch.connection.HostResolver;
import io.github.checklinks.fetch.connection.LazyTlsStrategy;
import io.github.checklinks.fetch.connection.PinnedAddresses;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.url.HostPattern;
import io.github.checklinks.url.WebUrl;
import java.net.InetAddress;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A fetcher that uses one pooled asynchronous HTTP client. Loaded only if something has to be requested over the network. */
public final class HttpFetcher implements Fetcher, AutoCloseable {

    static {
        WireLogSilencer.silence(); // before the first class of the client creates its logger
    }

    /** The maximum number of concurrent name look-ups. */
    private static final int MAX_LOOKUPS = 32;

    /** Names in different top-level domains and of different owners. The first is a root name server, which every resolver needs. */
    private static final List<String> KNOWN_NAMES = List.of("a.root-servers.net", "www.iana.org", "www.nic.fr");

    private static final Response.None FORBIDDEN =
            new Response.None(FailureCause.FORBIDDEN_ADDRESS, "private-address", false);

    private final HttpSettings settings;
    private final ScheduledThreadPoolExecutor scheduler;
    private final ThreadPoolExecutor lookups;
    private final FetchContext fetchContext;
    private final HostResolver hostResolver;
    private final Proxies proxies;
    private final AddressPolicy policy;
    private final RequestWriter writer;
    private final PinnedAddresses pinned = new PinnedAddresses();
    private final LazyTlsStrategy tls;
    private final Client client;
    private final Set<Exchange> inFlight = ConcurrentHashMap.newKeySet();
    private final ScheduledFuture<?> maintenance;
    private volatile boolean closed;

    /** Starts the client. Bodies are decoded on {@code executor}; names are resolved on separate threads. */
    public HttpFetcher(HttpSettings settings, Executor executor) {
        this(
                settings,
                executor,
                InetAddress::getAllByName,
                null,
                Clock.systemUTC(),
                Runtime.getRuntime().maxMemory() / 4);
    }

    public HttpFetcher(
            HttpSettings settings,
            Executor executor,
            HostResolver.Lookup lookup,
            @Nullable KeyStore trusted,
            Clock clock,
            long bodyBytes) {
        this.settings = settings;
        scheduler = new ScheduledThreadPoolExecutor(1, task -> newThread(task, "deadlines"));
        // A name server that does not answer blocks a thread for half a minute, so other names need threads of their
        // own.
        lookups = new ThreadPoolExecutor(
                MAX_LOOKUPS,
                MAX_LOOKUPS,
                5,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> newThread(task, "names"));
        lookups.allowCoreThreadTimeOut(true);
        scheduler.setRemoveOnCancelPolicy(true);
        fetchContext = new FetchContext(
                settings,
                executor,
                scheduler,
                new BodyBudget(bodyBytes),
                new ProxyHealth(),
                new FailureClassifier(settings),
                new RetryAfter(clock));
        hostResolver = new HostResolver(lookup, lookups);
        proxies = new Proxies(settings.proxies());
        policy = new AddressPolicy(settings.allowPrivate()::match);
        writer = new RequestWriter(settings);
        tls = new LazyTlsStrategy(() -> ExplainingTrustManager.context(trusted, clock, unverified(settings)));
        client = new Client(settings, tls, pinned);
        maintenance = scheduler.scheduleWithFixedDelay(this::maintain, 1, 1, TimeUnit.SECONDS);
    }

    /** @throws IllegalStateException for the first https URL if Java's trusted certificates cannot be read */
    @Override
    public CompletableFuture<Response> fetch(Request request) {
        WebUrl url = request.url();
        if (url.scheme().equals("https")) {
            tls.prepare();
        }
        Exchange exchange = new Exchange(fetchContext, request, proxies.of(url.scheme(), String.valueOf(url.host())));
        CompletableFuture<Response> result = exchange.result();
        inFlight.add(exchange);
        var unused = result.whenComplete((response, failure) -> inFlight.remove(exchange));
        guarded(exchange, () -> {
            if (closed) {
                exchange.stop();
            } else {
                exchange.begin();
                if (!exchange.result().isDone()) {
                    prepare(exchange);
                }
            }
        });
        return result;
    }

    @Override
    public void forgetUnknownHosts() {
        hostResolver.forgetUnknown();
    }

    @Override
    public CompletableFuture<Boolean> resolvesPublicNames() {
        CompletableFuture<Boolean> any = new CompletableFuture<>();
        CompletableFuture<?>[] each = new CompletableFuture<?>[KNOWN_NAMES.size()];
        for (int i = 0; i < each.length; i++) {
            String name = KNOWN_NAMES.get(i);
            each[i] = hostResolver.find(name).thenAccept(found -> {
                if (isPublic(name)) {
                    any.complete(true);
                }
            });
        }
        var unused = CompletableFuture.allOf(each).whenComplete((done, failure) -> any.complete(false));
        return any;
    }

    private boolean isPublic(String host) {
        List<InetAddress> addresses = hostResolver.known(host);
        return !addresses.isEmpty() && addresses.stream().noneMatch(AddressPolicy::isPrivate);
    }

    /** Returns a failure if a proxy rejected the requests to every host, else empty. To be called at the end. */
    public Optional<ProxyRefusal> proxyRefusal() {
        return fetchContext.proxyHealth().refusal();
    }

    /** Ends all requests in flight (each future completes) and all threads of this fetcher within a second. */
    @Override
    public void close() {
        closed = true;
        // Before the client: closing it does not complete the futures of many requests.
        inFlight.forEach(Exchange::stop);
        maintenance.cancel(false);
        scheduler.shutdownNow();
        lookups.shutdownNow();
        client.close();
    }

    /** Returns the number of connections in use. */
    public int connectionsInUse() {
        return client.leased();
    }

    /** Returns the number of bytes that bodies occupy, from their first byte until they have been read. */
    public long bodyBytes() {
        return fetchContext.budget().used();
    }

    private void prepare(Exchange exchange) {
        WebUrl url = exchange.request().url();
        String host = String.valueOf(url.host());
        HttpSettings.Proxy proxy = exchange.proxy();
        if (proxy == null) {
            whenResolved(exchange, host, found -> {
                if (found.isUnknown()) {
                    exchange.deliver(fetchContext.failureClassifier().unknownHost(host, found));
                } else {
                    send(exchange, permitted(url, host, found.addresses()), host, url.port());
                }
            });
            return;
        }
        // Behind a proxy public names may not resolve here; only a literal address can be checked.
        InetAddress literal = HostLiterals.literal(host);
        if (literal != null && permitted(url, host, List.of(literal)).isEmpty()) {
            exchange.deliver(FORBIDDEN);
            return;
        }
        int refusal = fetchContext.proxyHealth().permanentRefusal(proxy);
        if (refusal != 0) {
            exchange.deliver(fetchContext.failureClassifier().refused(proxy, refusal));
            return;
        }
        String proxyHost = proxy.host();
        whenResolved(exchange, proxyHost.contains(":") ? "[" + proxyHost + "]" : proxyHost, found -> {
            if (found.isUnknown()) {
                exchange.deliver(fetchContext.failureClassifier().unknownProxy(proxy));
            } else {
                send(exchange, found.addresses(), proxyHost, proxy.port());
            }
        });
    }

    private void whenResolved(Exchange exchange, String host, Consumer<HostResolver.Found> then) {
        var unused = hostResolver
                .find(host)
                .whenComplete((found, failure) -> guarded(exchange, () -> {
                    if (failure != null) {
                        exchange.failInternally(failure);
                    } else if (!exchange.result().isDone()) {
                        then.accept(found);
                    }
                }));
    }

    private List<InetAddress> permitted(WebUrl url, String host, List<InetAddress> addresses) {
        return isOfSite(url, host) ? addresses : policy.permitted(host, addresses);
    }

    /** Returns whether a URL belongs to the site under check, which may have any address; http and https on their default ports are one site. */
    private boolean isOfSite(WebUrl url, String host) {
        String site = settings.siteOrigin();
        boolean isDefaultPort = url.port() == (url.scheme().equals("https") ? 443 : 80);
        return url.origin().equals(site)
                || isDefaultPort && (("http://" + host).equals(site) || ("https://" + host).equals(site));
    }

    private void send(Exchange exchange, List<InetAddress> addresses, String host, int port) {
        if (addresses.isEmpty()) {
            exchange.deliver(FORBIDDEN);
            return;
        }
        pinned.pin(HostLiterals.withoutBrackets(host), port, addresses);
        exchange.enter(RequestPhase.CONNECTING);
        Request request = exchange.request();
        if (settings.isPersonal(request.url())) {
            exchange.markPersonal();
        }
        client.send(RequestWriter.host(request.url()), () -> writer.write(request), exchange);
    }

    private void maintain() {
        try {
            client.closeIdleConnections();
            fetchContext.budget().skipStalled(System.nanoTime());
        } catch (RuntimeException e) {
            // the next run tries again; the scheduler does not repeat a task that throws
        }
    }

    /** Runs a step; if it throws, the exchange is completed with the error, so that every request has a response. */
    private static void guarded(Exchange exchange, Runnable step) {
        try {
            step.run();
        } catch (Throwable bug) {
            exchange.failInternally(bug);
        }
    }

    private static List<HostPattern> unverified(HttpSettings settings) {
        return settings.hosts().stream()
                .filter(HostSettings::insecure)
                .map(HostSettings::name)
                .toList();
    }

    private static Thread newThread(Runnable task, String purpose) {
        Thread thread = new Thread(task, "check-links-" + purpose);
        thread.setDaemon(true);
        return thread;
    }
}
