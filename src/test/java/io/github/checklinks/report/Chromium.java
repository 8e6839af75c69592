// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A headless browser, controlled by the DevTools protocol with a timeout of a minute per command. */
final class Chromium {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final long SECONDS = 60;

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final Map<String, Consumer<JsonNode>> listeners = new ConcurrentHashMap<>();

    private Chromium(Process process, URI address) throws Exception {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Ear())
                .get(SECONDS, TimeUnit.SECONDS);
    }

    /** Returns the executable of the browser on the PATH, if any. */
    static Optional<Path> program() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts the browser with a profile of its own in an empty directory. */
    static Chromium start(Path program, Path profile) throws Exception {
        // No sandbox: it cannot run as root, as in containers, and the pages are trusted.
        Process process = new ProcessBuilder(List.of(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new Chromium(process, address(process, profile.resolve("DevToolsActivePort")));
        } catch (Exception failed) {
            end(process);
            throw failed;
        }
    }

    private static URI address(Process process, Path file) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() == 2) {
                    return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
                }
            }
            Thread.sleep(50);
        }
        throw new IOException("the browser did not start");
    }

    /** Opens a file in a new tab and waits until it is loaded. */
    ChromiumTab open(URI page) throws Exception {
        String target = call(null, "Target.createTarget", Map.of("url", "about:blank"))
                .path("targetId")
                .asText();
        String session = call(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asText();
        ChromiumTab tab = new ChromiumTab(this, session);
        listeners.put(session, tab::onEvent);
        tab.load(page);
        return tab;
    }

    /** Sends a command and waits for its result; the session is that of a tab, or null for the browser itself. */
    JsonNode call(@Nullable String session, String method, Map<String, ?> parameters) throws Exception {
        ObjectNode message = JSON.createObjectNode();
        int number = numbers.incrementAndGet();
        message.put("id", number).put("method", method).set("params", JSON.valueToTree(parameters));
        if (session != null) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(number, answer);
        socket.sendText(message.toString(), true).get(SECONDS, TimeUnit.SECONDS);
        JsonNode found = answer.get(SECONDS, TimeUnit.SECONDS);
        if (found.has("error")) {
            throw new IOException(method + ": " + found.get("error"));
        }
        return found.path("result");
    }

    /** Closes the browser, forcibly if necessary. */
    void close() throws Exception {
        try {
            call(null, "Browser.close", Map.of());
        } catch (IOException | ExecutionException | TimeoutException gone) {
            // The process is terminated below in any case.
        } finally {
            socket.abort();
            end(process);
        }
    }

    private static void end(Process process) throws InterruptedException {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    /** Dispatches messages of the browser to pending commands and tabs. */
    private final class Ear implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                onMessage(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }

        private void onMessage(String message) {
            try {
                JsonNode json = JSON.readTree(message);
                CompletableFuture<JsonNode> answer =
                        waiting.remove(json.path("id").asInt());
                if (answer != null) {
                    answer.complete(json);
                    return;
                }
                Consumer<JsonNode> listener =
                        listeners.get(json.path("sessionId").asText());
                if (listener != null) {
                    listener.accept(json);
                }
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }
}
