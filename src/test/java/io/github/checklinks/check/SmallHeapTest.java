// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.sun.net.httpserver.HttpServer;
import crawlercommons.robots.SimpleRobotRules;
import io.github.checklinks.Slow;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http2.config.H2Config;
import org.assertj.core.api.Assertions;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A site of highly compressed pages, checked with a heap that holds only a few of them. */
@Slow
class SmallHeapTest {

    private static final int BOMBS = 20;

    /** 24 MB compressed by a factor of slightly over 200, just below the limit for a decompression bomb. */
    private static byte[] bomb() {
        StringBuilder line = new StringBuilder("<p>");
        for (int i = 0; i < 40; i++) {
            line.append("a line of no use number ").append(i * 7919).append(' ');
        }
        byte[] bytes = line.toString().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            for (int written = 0; written < 24 << 20; written += bytes.length) {
                out.write(bytes);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static HttpServer serve(byte[] bomb, ExecutorService threads) throws IOException {
        StringBuilder start = new StringBuilder();
        for (int i = 0; i < BOMBS; i++) {
            start.append("<a href=bomb").append(i).append(".html>x</a>\n");
        }
        byte[] page = start.toString().getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            boolean isStart = exchange.getRequestURI().getPath().equals("/");
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            if (!isStart) {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            }
            byte[] body = isStart ? page : bomb;
            if (isStart || exchange.getRequestURI().getPath().startsWith("/bomb")) {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
            exchange.close();
        });
        server.start();
        return server;
    }

    /** The class path of the check; the test launcher may hide it from the system property. */
    static String classPath() {
        return Stream.of(
                        SmallHeapTest.class,
                        LinkChecker.class,
                        CloseableHttpAsyncClient.class,
                        HttpHost.class,
                        H2Config.class,
                        LoggerFactory.class,
                        JsonFactory.class,
                        SimpleRobotRules.class,
                        Jsoup.class,
                        Assertions.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(location -> Path.of(URI.create(location.toString())).toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void twentyBombsAtOnceFitIntoAHeapOf128Megabytes(@TempDir Path directory) throws Exception {
        byte[] bomb = bomb();
        assertThat((24 << 20) / bomb.length).isBetween(100, 249);
        ExecutorService threads = Executors.newCachedThreadPool();
        HttpServer server = serve(bomb, threads);
        try {
            Path output = directory.resolve("output.txt");
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-cp",
                            classPath(),
                            SmallHeapTest.class.getName(),
                            "http://127.0.0.1:" + server.getAddress().getPort() + "/",
                            directory.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(120, TimeUnit.SECONDS);
            process.destroyForcibly();

            assertThat(Files.readString(output)).contains("pages 21, broken 0[]");
            assertThat(ended).isTrue();
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    /** The check in the small heap. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        TrialResult result = new Trial(Path.of(arguments[1]))
                .servedFrom(arguments[0])
                .maxBodySize(32 << 20)
                .run();
        System.out.println("pages " + result.summary().pages() + ", broken "
                + result.summary().broken() + result.findings());
    }
}
