// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.fetch.Fetcher;
import io.github.checklinks.fetch.Request;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.FailureCause;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An in-memory fetcher with a fixed response per URL, which records the requests it receives. */
public final class Web implements Fetcher {

    private final Map<String, Response> answers = new HashMap<>();
    private final Map<String, Deque<Response>> series = new HashMap<>();
    private final AtomicInteger forgetting = new AtomicInteger();
    private final List<Request> requested = new ArrayList<>();
    private final Executor executor;

    /** Whether names that are known to exist are resolved. */
    volatile boolean namesResolve;

    /** Creates a fetcher that responds on the threads of an executor, as an HTTP client does. */
    Web(Executor executor) {
        this.executor = executor;
    }

    public Web page(String url, String html) {
        return document(url, "text/html; charset=utf-8", html);
    }

    Web document(String url, String type, String text) {
        return answer(url, 200, null, type, text);
    }

    public Web status(String url, int status) {
        return answer(url, status, null, "text/html", "");
    }

    public Web redirect(String url, int status, @Nullable String location) {
        return answer(url, status, location, null, "");
    }

    /** Returns the responses one after the other; the last one is repeated. */
    public Web series(String url, Response... responses) {
        series.put(url, new ArrayDeque<>(List.of(responses)));
        return this;
    }

    public static Response status(int status) {
        return new Response.Answer(status, null, "text/html", null, List.of(), false, new byte[0], false);
    }

    /** Returns a response with a page, for {@link #series}. */
    public static Response html(String html) {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        return new Response.Answer(200, null, "text/html; charset=utf-8", null, List.of(), false, body, false);
    }

    public static Response wait(int status, Duration retryAfter) {
        return new Response.Answer(status, null, "text/html", retryAfter, List.of(), false, new byte[0], false);
    }

    public static Response nothing(FailureCause cause) {
        return new Response.None(cause, "no answer", cause != FailureCause.UNKNOWN_HOST);
    }

    public Web none(String url, FailureCause cause) {
        answers.put(url, new Response.None(cause, "no answer", false));
        return this;
    }

    private Web answer(String url, int status, @Nullable String location, @Nullable String type, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        answers.put(url, new Response.Answer(status, location, type, (Duration) null, List.of(), false, body, false));
        return this;
    }

    @Override
    public CompletableFuture<Response> fetch(Request request) {
        synchronized (requested) {
            requested.add(request);
        }
        Response response = next(request.url().href());
        if (response == null) {
            response = new Response.Answer(404, null, "text/html", null, List.of(), false, new byte[0], false);
        } else if (response instanceof Response.Answer answer
                && request.requestMode() != RequestMode.CONTENT
                && request.requestMode() != RequestMode.ANY_CONTENT) {
            response = new Response.Answer(
                    answer.status(),
                    answer.location(),
                    answer.contentType(),
                    answer.retryAfter(),
                    answer.cookies(),
                    false,
                    new byte[0],
                    false);
        }
        Response given = response;
        return CompletableFuture.supplyAsync(() -> given, executor);
    }

    private @Nullable Response next(String url) {
        Deque<Response> remaining = series.get(url);
        if (remaining == null) {
            return answers.get(url);
        }
        synchronized (remaining) {
            return remaining.size() > 1 ? remaining.poll() : remaining.peek();
        }
    }

    @Override
    public void forgetUnknownHosts() {
        forgetting.incrementAndGet();
    }

    @Override
    public CompletableFuture<Boolean> resolvesPublicNames() {
        return CompletableFuture.supplyAsync(() -> namesResolve, executor);
    }

    /** Returns how often {@link #forgetUnknownHosts} was called. */
    public int forgetting() {
        return forgetting.get();
    }

    /** Returns the requested URLs, in order. */
    public List<String> requested() {
        synchronized (requested) {
            return requested.stream().map(request -> request.url().href()).toList();
        }
    }

    /** Returns the modes of the requests for a URL. */
    public List<RequestMode> requestModes(String url) {
        synchronized (requested) {
            return requested.stream()
                    .filter(request -> request.url().href().equals(url))
                    .map(Request::requestMode)
                    .toList();
        }
    }
}
