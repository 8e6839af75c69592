// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class RecordMojoRunTest {

    @TempDir
    Path directory;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final String address;

    RecordMojoRunTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestURI().getPath());
                exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/good") ? 200 : 404, -1);
            }
        });
        server.start();
    }

    @BeforeEach
    void aSite() throws IOException {
        site(address + "/good", address + "/gone");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void site(String... links) throws IOException {
        Files.createDirectories(directory.resolve("target/site"));
        StringBuilder page = new StringBuilder("<!DOCTYPE html><title>Home</title>");
        for (String link : links) {
            page.append("<a href='").append(link).append("'>x</a>");
        }
        Files.writeString(directory.resolve("target/site/index.html"), page);
    }

    private Path file() {
        return directory.resolve("check-links-external.json");
    }

    private String expected() {
        return """
                [
                  {"url": "%1$s/gone", "state": "failing", "rule": "not-found", "detail": "404", "since": "2026-11-28", "runs": 1},
                  {"url": "%1$s/good", "state": "ok", "since": "2026-11-28"},

                  {"recorded": "2026-11-28", "version": 1}
                ]
                """.formatted(address);
    }

    /** Injects a session, as Maven does, and a day. */
    private <M extends CheckParameters> M in(M mojo) {
        mojo.project = BuildFixture.project(directory, "app");
        mojo.session = BuildFixture.session(directory, mojo.project);
        mojo.allowPrivate = List.of("127.0.0.*");
        mojo.retries = "0";
        mojo.clock = Clock.fixed(Instant.parse("2026-11-28T23:00:00Z"), ZoneOffset.UTC);
        return mojo;
    }

    @Test
    @InjectMojo(goal = "record")
    void allExternalLinksAreRecordedWhateverIsConfigured(RecordMojo mojo) throws Exception {
        in(mojo).checkExternal = "recorded";
        mojo.execute();

        assertThat(file()).hasContent(expected());
        assertThat(directory.resolve("target/check-links")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "record")
    void anotherFileIsWrittenWhenItIsNamed(RecordMojo mojo) throws Exception {
        in(mojo).externalRecord = "known/external.json";
        mojo.execute();

        assertThat(directory.resolve("known/external.json")).hasContent(expected());
        assertThat(file()).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "record")
    void offlineNothingIsChanged(RecordMojo mojo) throws Exception {
        in(mojo).session.getRequest().setOffline(true);
        Files.writeString(file(), "[]");

        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(mojo::execute)
                .withMessageContaining("Maven is offline (-o); the record is unchanged");
        assertThat(file()).hasContent("[]");
    }

    @Test
    @InjectMojo(goal = "record")
    void withoutANetworkNothingIsChanged(RecordMojo mojo) throws Exception {
        site("http://127.0.0.2:9/", "http://127.0.0.3:9/", "http://127.0.0.4:9/");
        in(mojo);
        Files.writeString(file(), "[]");

        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(mojo::execute)
                .withMessageStartingWith("The record is unchanged: no external host could be reached");
        assertThat(file()).hasContent("[]");
    }

    @Test
    @InjectMojo(goal = "record")
    void anIncompleteCheckChangesNothing(RecordMojo mojo) throws Exception {
        in(mojo).maxDuration = "1ms";
        Files.writeString(file(), "[]");

        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(mojo::execute)
                .withMessageStartingWith("The record is unchanged: the check is incomplete");
        assertThat(file()).hasContent("[]");
    }

    @Test
    @InjectMojo(goal = "record")
    void aFileThatIsNoRecordIsNotOverwritten(RecordMojo mojo) throws Exception {
        in(mojo);
        Files.writeString(file(), "<<<<<<< HEAD\n[]");

        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(mojo::execute)
                .withMessageContaining("is not a valid record: line 1");
        assertThat(file()).hasContent("<<<<<<< HEAD\n[]");
    }

    @Test
    @InjectMojo(goal = "check-links")
    void aReleaseAsksNobodyAndWorksOffline(CheckLinksMojo mojo) throws Exception {
        in(mojo).checkExternal = "recorded";
        mojo.session.getRequest().setOffline(true);
        Files.writeString(file(), expected().replaceAll("(?m)^.*/gone.*\n", ""));
        site(address + "/good");

        assertThatCode(mojo::execute).doesNotThrowAnyException();
        site(address + "/good", address + "/new");
        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(mojo::execute)
                .withMessageContaining("1 broken link, 0 allowed");
        assertThat(asked).isEmpty();
    }

    @Test
    @InjectMojo(goal = "check-links")
    void aLinkThatWasGoodIsPatientlyAWarning(CheckLinksMojo mojo) throws Exception {
        in(mojo).failAfter = "3";
        Files.writeString(file(), expected().replace("\"runs\": 1", "\"runs\": 2, \"okSince\": \"2026-03-01\""));

        assertThatCode(mojo::execute).doesNotThrowAnyException();
        assertThat(directory.resolve("target/check-links/report.json"))
                .content()
                .contains("\"message\": \"not found (404); failing since 2026-11-28, 2 recorded runs, error after 3\"");
    }

    @Test
    @InjectMojo(goal = "check-links")
    void withoutCheckingExternalLinksTheRecordIsNotEvenRead(CheckLinksMojo mojo) throws Exception {
        in(mojo).checkExternal = "false";
        Files.writeString(file(), "no record");

        assertThatCode(mojo::execute).doesNotThrowAnyException();
    }

    @Test
    @InjectMojo(goal = "check-links")
    void aWrongLimitIsAnErrorEvenWithoutARecord(CheckLinksMojo mojo) {
        in(mojo).failAfter = "often";

        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(mojo::execute)
                .withMessageContaining("failAfter is \"often\"");
    }
}
