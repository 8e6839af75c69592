// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A tab of the browser. */
final class ChromiumTab {

    private final Chromium browser;
    private final String session;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Boolean> loaded = new CompletableFuture<>();

    ChromiumTab(Chromium browser, String session) {
        this.browser = browser;
        this.session = session;
    }

    /** Returns console errors and warnings, script failures, and violations of the content security policy. */
    List<String> complaints() {
        return complaints;
    }

    /** Returns the requested URLs. */
    List<String> requests() {
        return requests;
    }

    void load(URI page) throws Exception {
        for (String domain : List.of("Page", "Runtime", "Log", "Network", "Accessibility")) {
            call(domain + ".enable", Map.of());
        }
        loaded = new CompletableFuture<>();
        call("Page.navigate", Map.of("url", page.toString()));
        loaded.get(60, TimeUnit.SECONDS);
    }

    void onEvent(JsonNode event) {
        JsonNode about = event.path("params");
        switch (event.path("method").asText()) {
            case "Page.loadEventFired" -> loaded.complete(true);
            case "Network.requestWillBeSent" ->
                requests.add(about.path("request").path("url").asText());
            case "Runtime.exceptionThrown", "Log.entryAdded" -> complaints.add(about.toString());
            case "Runtime.consoleAPICalled" -> {
                if (List.of("error", "warning", "assert")
                        .contains(about.path("type").asText())) {
                    complaints.add(about.toString());
                }
            }
            default -> {
                // Not relevant.
            }
        }
    }

    /** Sets the size of the viewport and the colour scheme. */
    void look(int width, int height, boolean dark) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
        Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        call("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of(scheme)));
    }

    /** Disables JavaScript; the page must be reloaded. */
    void withoutScript() throws Exception {
        call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    /** Emulates printing. */
    void print() throws Exception {
        call("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    /** Evaluates an expression, waiting for promises; the content security policy does not apply to it. */
    JsonNode evaluate(String expression) throws Exception {
        JsonNode result =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new IOException(result.get("exceptionDetails").toString());
        }
        return result.path("result").path("value");
    }

    /** Presses a key, such as {@code Tab}; a single character is also entered. */
    void press(String key) throws Exception {
        Map<String, Object> pressed = key.length() == 1
                ? Map.of("type", "keyDown", "key", key, "text", key)
                : Map.of("type", "rawKeyDown", "key", key, "code", key, "windowsVirtualKeyCode", 9);
        call("Input.dispatchKeyEvent", pressed);
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
    }

    /** Takes a screenshot of the visible part. */
    void shoot(Path file) throws Exception {
        String picture = call("Page.captureScreenshot", Map.of("format", "png"))
                .path("data")
                .asText();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode(picture));
    }

    /** Returns the readable text, even with JavaScript disabled, from the accessibility tree. */
    String visibleText() throws Exception {
        StringBuilder text = new StringBuilder();
        for (JsonNode node : call("Accessibility.getFullAXTree", Map.of()).path("nodes")) {
            if (!node.path("ignored").asBoolean()) {
                text.append(node.path("name").path("value").asText()).append('\n');
            }
        }
        return text.toString();
    }

    void close() throws Exception {
        call("Page.close", Map.of());
    }

    private JsonNode call(String method, Map<String, ?> parameters) throws Exception {
        return browser.call(session, method, parameters);
    }
}
