// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import io.github.checklinks.fetch.connection.HostResolver;
import io.github.checklinks.fetch.http.HttpFetcher;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.url.Patterns;
import io.github.checklinks.url.WebUrl;
import java.net.InetAddress;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A fetcher with settings for tests, and its executor. Change settings only before the first request. */
public final class Bench implements AutoCloseable {

    Duration connectTimeout = Duration.ofSeconds(5);
    Duration responseTimeout = Duration.ofSeconds(5);
    public Duration linkTimeout = Duration.ofSeconds(20);
    long maxBodySize = 1 << 20;

    @Nullable
    public String siteOrigin;

    public Map<String, String> headers = Map.of();
    List<String> allowPrivate = List.of("127.*", "[::1]");
    public List<HttpSettings.Proxy> proxies = List.of();
    public int connectionsPerHost = 6;
    boolean http2;
    List<HostSettings> hosts = List.of();
    long bodyBytes = 64 << 20;
    public HostResolver.Lookup lookup = InetAddress::getAllByName;

    @Nullable
    public KeyStore trusted;

    final ExecutorService executor = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "bench");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable HttpFetcher opened;

    /** Trusts the certificates for tests, and resolves all names to the loopback address. */
    public void useTestCertificates() {
        trusted = Certificates.shared().trusted();
        lookup = host -> InetAddress.getAllByName("127.0.0.1");
    }

    public HttpSettings settings() {
        return new HttpSettings(
                connectTimeout,
                responseTimeout,
                linkTimeout,
                maxBodySize,
                "check-links-test/1 (+https://checklinks.example/)",
                siteOrigin,
                headers,
                Patterns.of("allowPrivate", allowPrivate),
                proxies,
                256,
                connectionsPerHost,
                http2,
                hosts);
    }

    public HttpFetcher fetcher() {
        HttpFetcher fetcher = opened;
        if (fetcher == null) {
            fetcher = new HttpFetcher(settings(), executor, lookup, trusted, Clock.systemUTC(), bodyBytes);
            opened = fetcher;
        }
        return fetcher;
    }

    public static Request request(String url, RequestMode requestMode) {
        return new Request((WebUrl) WebUrl.parse(url), requestMode, false, "");
    }

    public CompletableFuture<Response> send(String url, RequestMode requestMode) {
        return fetcher().fetch(request(url, requestMode));
    }

    public Response fetch(String url, RequestMode requestMode) {
        return join(send(url, requestMode));
    }

    /** Returns the answer to a GET for content; throws an {@link AssertionError} if there is none. */
    public Response.Answer page(String url) {
        return answer(fetch(url, RequestMode.CONTENT));
    }

    /** Returns the answer to a HEAD; throws an {@link AssertionError} if there is none. */
    public Response.Answer head(String url) {
        return answer(fetch(url, RequestMode.STATUS));
    }

    /** Returns why there was no answer to a GET for content; throws an {@link AssertionError} if there was one. */
    public Response.None failure(String url) {
        Response response = fetch(url, RequestMode.CONTENT);
        if (response instanceof Response.None none) {
            return none;
        }
        throw new AssertionError("answered: " + response);
    }

    public static Response.Answer answer(Response response) {
        if (response instanceof Response.Answer answer) {
            return answer;
        }
        throw new AssertionError("not answered: " + response);
    }

    public static Response join(CompletableFuture<Response> future) {
        return future.orTimeout(30, TimeUnit.SECONDS).join();
    }

    public static Response.None none(FailureCause cause, String detail, boolean temporary) {
        return new Response.None(cause, detail, temporary);
    }

    @Override
    public void close() {
        HttpFetcher fetcher = opened;
        if (fetcher != null) {
            fetcher.close();
        }
        executor.shutdownNow();
    }
}
