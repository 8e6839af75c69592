package io.github.checklinks.fetch;

import io.github.checklinks.Rule;
import io.github.checklinks.url.WebUrl;
import java.net.InetAddress;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks web servers, with one pooled asynchronous client. Loaded only when something must be asked over the network. */
public final class HttpFetcher implements Fetcher, AutoCloseable {

    static {
        QuietWire.hush(); // before the client's first class makes its logger
    }

    private static final Response.None FORBIDDEN = new Response.None(Rule.SKIPPED, "private-address", false);

    private final HttpSettings settings;
    private final ScheduledThreadPoolExecutor alarms;
    private final Kit kit;
    private final Names names;
    private final Proxies proxies;
    private final AddressPolicy policy;
    private final RequestWriter writer;
    private final PinnedAddresses pinned = new PinnedAddresses();
    private final Client client;
    private final Set<Exchange> inFlight = ConcurrentHashMap.newKeySet();
    private final ScheduledFuture<?> tidying;
    private volatile boolean closed;

    /**
     * Opens the client. Names are resolved, and bodies inflated, on {@code executor}.
     *
     * @throws IllegalStateException when the platform's trusted certificates cannot be read
     */
    public HttpFetcher(HttpSettings settings, Executor executor) {
        this(settings, executor, InetAddress::getAllByName, null, Clock.systemUTC());
    }

    HttpFetcher(
            HttpSettings settings, Executor executor, Names.Lookup lookup, @Nullable KeyStore trusted, Clock clock) {
        this.settings = settings;
        alarms = new ScheduledThreadPoolExecutor(1, HttpFetcher::thread);
        alarms.setRemoveOnCancelPolicy(true);
        kit = new Kit(settings, executor, alarms, new Failures(settings), new RetryAfter(clock));
        names = new Names(lookup, executor);
        proxies = new Proxies(settings.proxies());
        policy = new AddressPolicy(settings.allowPrivate()::match);
        writer = new RequestWriter(settings);
        client = new Client(settings, ExplainingTrust.context(trusted, clock), pinned);
        tidying = alarms.scheduleWithFixedDelay(this::tidy, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public CompletableFuture<Response> fetch(Request request) {
        WebUrl url = request.url();
        Exchange exchange = new Exchange(kit, request, proxies.of(url.scheme(), String.valueOf(url.host())));
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

    /**
     * Forgets the names that had no address: the next request for one of them asks the name service again. For the
     * second look-up at the end of a run; until then a name is asked for once.
     */
    @Override
    public void forgetUnknownHosts() {
        names.forgetUnknown();
    }

    /** Ends every request in flight (each future completes) and every thread of ours, within a second. */
    @Override
    public void close() {
        closed = true;
        // The client, closed first, would forget to tell many of them.
        inFlight.forEach(Exchange::stop);
        tidying.cancel(false);
        alarms.shutdownNow();
        client.close();
    }

    /** Connections in use. */
    int connectionsInUse() {
        return client.leased();
    }

    private void prepare(Exchange exchange) {
        WebUrl url = exchange.request().url();
        String host = String.valueOf(url.host());
        HttpSettings.Proxy proxy = exchange.proxy();
        if (proxy == null) {
            whenFound(exchange, host, found -> {
                if (found.isUnknown()) {
                    exchange.deliver(kit.failures().unknownHost(host, found));
                } else {
                    depart(exchange, permitted(url, host, found.addresses()), host, url.port());
                }
            });
            return;
        }
        // Behind a proxy the world's names do not resolve here; only a literal address can be judged.
        InetAddress literal = Hosts.literal(host);
        if (literal != null && permitted(url, host, List.of(literal)).isEmpty()) {
            exchange.deliver(FORBIDDEN);
            return;
        }
        String proxyHost = proxy.host();
        whenFound(exchange, proxyHost.contains(":") ? "[" + proxyHost + "]" : proxyHost, found -> {
            if (found.isUnknown()) {
                exchange.deliver(kit.failures().unknownProxy(proxy));
            } else {
                depart(exchange, found.addresses(), proxyHost, proxy.port());
            }
        });
    }

    private void whenFound(Exchange exchange, String host, Consumer<Names.Found> then) {
        var unused = names.find(host)
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
        pinned.pin(Hosts.withoutBrackets(host), port, addresses);
        exchange.reach(Stage.CONNECTING);
        Request request = exchange.request();
        if (writer.isPersonal(request.url())) {
            exchange.markPersonal();
        }
        exchange.flying(client.send(RequestWriter.host(request.url()), writer.write(request), exchange));
    }

    private void tidy() {
        try {
            client.tidy();
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

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "check-links-deadlines");
        thread.setDaemon(true);
        return thread;
    }
}
