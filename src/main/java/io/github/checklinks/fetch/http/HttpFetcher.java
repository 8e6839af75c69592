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
import io.github.checklinks.model.Rule;
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

/** Asks web servers, with one pooled asynchronous client. Loaded only when something must be asked over the network. */
public final class HttpFetcher implements Fetcher, AutoCloseable {

    static {
        WireLogSilencer.silence(); // before the client's first class makes its logger
    }

    /** Names resolved at once. */
    private static final int LOOKUPS = 32;

    /** Names under different top-level domains, of different owners; the first is one of those that every name service begins with. */
    private static final List<String> CERTAIN_NAMES = List.of("a.root-servers.net", "www.iana.org", "www.nic.fr");

    private static final Response.None FORBIDDEN = new Response.None(Rule.SKIPPED, "private-address", false);

    private final HttpSettings settings;
    private final ScheduledThreadPoolExecutor alarms;
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
    private final ScheduledFuture<?> tidying;
    private volatile boolean closed;

    /** Opens the client. Bodies are decoded on {@code executor}; names are resolved on threads of their own. */
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
        alarms = new ScheduledThreadPoolExecutor(1, task -> thread(task, "deadlines"));
        // A name server that does not answer holds a thread for half a minute: there must be some for the others.
        lookups = new ThreadPoolExecutor(
                LOOKUPS, LOOKUPS, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> thread(task, "names"));
        lookups.allowCoreThreadTimeOut(true);
        alarms.setRemoveOnCancelPolicy(true);
        fetchContext = new FetchContext(
                settings,
                executor,
                alarms,
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
        tidying = alarms.scheduleWithFixedDelay(this::tidy, 1, 1, TimeUnit.SECONDS);
    }

    /** @throws IllegalStateException for the first https URL when the platform's trusted certificates cannot be read */
    @Override
    public CompletableFuture<Response> fetch(Request request) {
        WebUrl url = request.url();
        if (url.scheme().equals("https")) {
            tls.prepare();
        }
        Exchange exchange = new Exchange(fetchContext, request, proxies.of(url.scheme(), String.valueOf(url.host())));
        CompletableFuture<Response> result = exchange.result();
        inFlight.add(exchange);
        var unused = result.whenComplete((response, never) -> inFlight.remove(exchange));
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

    /** Forgets the names that had no address, so that they are looked up again when they are requested next. */
    @Override
    public void forgetUnknownHosts() {
        hostResolver.forgetUnknown();
    }

    @Override
    public CompletableFuture<Boolean> resolvesPublicNames() {
        CompletableFuture<Boolean> any = new CompletableFuture<>();
        CompletableFuture<?>[] each = new CompletableFuture<?>[CERTAIN_NAMES.size()];
        for (int i = 0; i < each.length; i++) {
            String name = CERTAIN_NAMES.get(i);
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

    /**
     * Says whether a proxy refused every host that was asked through it; to be asked at the end.
     *
     * @return empty when none did
     */
    public Optional<ProxyRefusal> proxyRefusal() {
        return fetchContext.watch().refusal();
    }

    /** Ends every request in flight (each future completes) and every thread of ours, within a second. */
    @Override
    public void close() {
        closed = true;
        // The client, closed first, would forget to tell many of them.
        inFlight.forEach(Exchange::stop);
        tidying.cancel(false);
        alarms.shutdownNow();
        lookups.shutdownNow();
        client.close();
    }

    /** Connections in use. */
    public int connectionsInUse() {
        return client.leased();
    }

    /** Memory that bodies take, from their first byte until they were read. */
    public long bodyBytes() {
        return fetchContext.budget().used();
    }

    private void prepare(Exchange exchange) {
        WebUrl url = exchange.request().url();
        String host = String.valueOf(url.host());
        HttpSettings.Proxy proxy = exchange.proxy();
        if (proxy == null) {
            whenFound(exchange, host, found -> {
                if (found.isUnknown()) {
                    exchange.deliver(fetchContext.failureClassifier().unknownHost(host, found));
                } else {
                    depart(exchange, permitted(url, host, found.addresses()), host, url.port());
                }
            });
            return;
        }
        // Behind a proxy the world's names do not resolve here; only a literal address can be judged.
        InetAddress literal = HostLiterals.literal(host);
        if (literal != null && permitted(url, host, List.of(literal)).isEmpty()) {
            exchange.deliver(FORBIDDEN);
            return;
        }
        int refusal = fetchContext.watch().hopeless(proxy);
        if (refusal != 0) {
            exchange.deliver(fetchContext.failureClassifier().refused(proxy, refusal));
            return;
        }
        String proxyHost = proxy.host();
        whenFound(exchange, proxyHost.contains(":") ? "[" + proxyHost + "]" : proxyHost, found -> {
            if (found.isUnknown()) {
                exchange.deliver(fetchContext.failureClassifier().unknownProxy(proxy));
            } else {
                depart(exchange, found.addresses(), proxyHost, proxy.port());
            }
        });
    }

    private void whenFound(Exchange exchange, String host, Consumer<HostResolver.Found> then) {
        var unused = hostResolver
                .find(host)
                .whenComplete((found, failure) -> guarded(exchange, () -> {
                    if (failure != null) {
                        exchange.bug(failure);
                    } else if (!exchange.result().isDone()) {
                        then.accept(found);
                    }
                }));
    }

    private List<InetAddress> permitted(WebUrl url, String host, List<InetAddress> addresses) {
        return isOfSite(url, host) ? addresses : policy.permitted(host, addresses);
    }

    /** The site under check is allowed wherever it lies; http and https on their own ports are one site. */
    private boolean isOfSite(WebUrl url, String host) {
        String site = settings.siteOrigin();
        boolean usual = url.port() == (url.scheme().equals("https") ? 443 : 80);
        return url.origin().equals(site)
                || usual && (("http://" + host).equals(site) || ("https://" + host).equals(site));
    }

    private void depart(Exchange exchange, List<InetAddress> addresses, String host, int port) {
        if (addresses.isEmpty()) {
            exchange.deliver(FORBIDDEN);
            return;
        }
        pinned.pin(HostLiterals.withoutBrackets(host), port, addresses);
        exchange.reach(RequestPhase.CONNECTING);
        Request request = exchange.request();
        if (settings.isPersonal(request.url())) {
            exchange.markPersonal();
        }
        client.send(RequestWriter.host(request.url()), () -> writer.write(request), exchange);
    }

    private void tidy() {
        try {
            client.tidy();
            fetchContext.budget().skipStalled(System.nanoTime());
        } catch (RuntimeException e) {
            // the next round tries again; a task that throws would not be run any more
        }
    }

    /** Every departure has one arrival, even when we are at fault. */
    private static void guarded(Exchange exchange, Runnable step) {
        try {
            step.run();
        } catch (Throwable bug) {
            exchange.bug(bug);
        }
    }

    private static List<HostPattern> unverified(HttpSettings settings) {
        return settings.hosts().stream()
                .filter(HostSettings::insecure)
                .map(HostSettings::name)
                .toList();
    }

    private static Thread thread(Runnable task, String what) {
        Thread thread = new Thread(task, "check-links-" + what);
        thread.setDaemon(true);
        return thread;
    }
}
