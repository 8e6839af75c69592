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

/** A web server on a loopback address with configured responses, which records the requests. */
final class LoopbackServer implements AutoCloseable {

    /** A response to a request. */
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

    /** Starts a server on 127.0.0.{@code number}, which counts as another host. */
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

    /** Sets the response to a path. */
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

    /** Serves the files of a directory as a static web server does, with index files for directories. */
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

    /** Returns the absolute URL of a path. */
    String url(String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    /** Sets a delayed response to a path. */
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

    /** Returns the largest number of delayed responses that were pending at once. */
    int most() {
        return most.get();
    }

    /** Returns the times of the requests by {@link System#nanoTime}, in order. */
    List<Long> times() {
        return times.stream().sorted().toList();
    }

    /** Returns the requests as method and path, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** Returns the requests for a path. */
    List<String> asked(String path) {
        return asked.stream().filter(request -> request.endsWith(" " + path)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
