// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.checklinks.Slow;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A build that is terminated early reports the results so far. */
@Timeout(60)
@Slow
class InterruptTest {

    @TempDir
    Path directory;

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void aSiteWithALinkToAServerThatNeverAnswers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requested.countDown();
            try {
                over.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        Files.createDirectories(directory.resolve("target/site"));
        Files.writeString(
                directory.resolve("target/site/index.html"),
                "<!DOCTYPE html><title>Home</title><a href='gone.html'>gone</a> <a href='" + url() + "'>slow</a>");
    }

    @AfterEach
    void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/never";
    }

    /** Returns the class path of this test, regardless of the launcher. */
    private static String classPath() {
        return StoppedBuild.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    @Test
    void anInterruptedThreadWritesTheReportAndLeavesNoThread() throws Exception {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread build = new Thread(() -> {
            try {
                StoppedBuild.run(directory);
                end.complete(new AssertionError("did not fail"));
            } catch (Throwable thrown) {
                end.complete(thrown);
            }
        });
        build.start();
        requested.await();
        build.interrupt();
        build.join();

        assertThat(end.join()).isInstanceOf(InterruptedException.class);
        assertThat(Files.readString(directory.resolve("reports/report.json")))
                .contains("\"complete\": false", "interrupted", "gone.html");
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("check-links"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // no SIGTERM
    void aJvmThatIsTerminatedWritesTheReportFirst() throws Exception {
        Process jvm = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        classPath(),
                        StoppedBuild.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out.txt").toFile())
                .start();
        assertThat(requested.await(40, TimeUnit.SECONDS))
                .as(Files.readString(directory.resolve("out.txt")))
                .isTrue();
        jvm.destroy();

        assertThat(jvm.waitFor(15, TimeUnit.SECONDS)).isTrue();
        assertThat(directory.resolve("reports/report.json"))
                .as(Files.readString(directory.resolve("out.txt")))
                .exists();
        assertThat(Files.readString(directory.resolve("reports/report.json")))
                .contains("\"complete\": false", "interrupted", "gone.html");
    }
}
