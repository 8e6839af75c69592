// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine that answers what it was told to, and remembers what it was asked. */
final class LoopbackServer implements AutoCloseable {

    /** Answers a request. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final String host;
    private final AtomicInteger present = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final List<Long> times = new CopyOnWriteArrayList<>();

    LoopbackServer() {
        this(1);
    }

    /** One at an address of its own, 127.0.0.{@code number}: another host. */
    LoopbackServer(int number) {
        host = "127.0.0." + number;
        try {
            byte[] address = {127, 0, 0, (byte) number};
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(address), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        times.add(System.nanoTime());
        try (exchange) {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            Answer answer = answers.get(exchange.getRequestURI().toString());
            if (answer == null) {
                send(exchange, 404, "text/html", "nothing here");
            } else {
                answer.to(exchange);
            }
        }
    }

    /** Answers a path. */
    LoopbackServer on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    LoopbackServer page(String path, String body) {
        return on(path, exchange -> send(exchange, 200, "text/html; charset=utf-8", body));
    }

    LoopbackServer status(String path, int status) {
        return on(path, exchange -> send(exchange, status, "text/html", "status " + status));
    }

    LoopbackServer redirect(String path, int status, String location) {
        return on(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            send(exchange, status, "text/html", "");
        });
    }

    /** Serves the files of a directory as a plain web server does, directories by their index. */
    LoopbackServer files(Path root, String prefix) throws IOException {
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = prefix + root.relativize(file).toString().replace('\\', '/');
                String text = Files.readString(file);
                String type = path.endsWith(".html")
                        ? "text/html; charset=utf-8"
                        : path.endsWith(".css") ? "text/css" : "image/png";
                Answer answer = exchange -> send(exchange, 200, type, text);
                on(path, answer);
                if (path.endsWith("/index.html")) {
                    on(path.substring(0, path.lastIndexOf('/') + 1), answer);
                }
            }
        }
        return this;
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD") || bytes.length == 0) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** The absolute address of a path. */
    String url(String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    /** Answers a path after a while. */
    LoopbackServer slow(String path, long millis, Answer answer) {
        return on(path, exchange -> {
            most.accumulateAndGet(present.incrementAndGet(), Math::max);
            try {
                Thread.sleep(millis);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            } finally {
                // Before the answer, which lets the next one come.
                present.decrementAndGet();
            }
            answer.to(exchange);
        });
    }

    /** How many slow requests waited for their answers at once, at most. */
    int most() {
        return most.get();
    }

    /** When each request came, by {@link System#nanoTime}, in their order. */
    List<Long> times() {
        return times.stream().sorted().toList();
    }

    /** Each request, as method and path, in their order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** The requests for a path. */
    List<String> asked(String path) {
        return asked.stream().filter(request -> request.endsWith(" " + path)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
