// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFileTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    private static final String SAMPLE = """
            [
              {"url": "https://a.org/", "state": "ok", "since": "2026-03-01"},
              {"url": "https://b.org/old", "state": "ok", "status": 301, "to": "https://b.org/new#x", "since": "2026-11-20"},
              {"url": "https://c.org/", "state": "failing", "rule": "not-found", "detail": "404", "since": "2026-11-20", "runs": 2, "okSince": "2026-03-01"},
              {"url": "https://d.org/", "reviewed": {"reason": "only for people", "until": "2027-06-30"}},
              {"url": "https://e.org/", "state": "ok", "since": "2026-03-01", "reviewed": {"reason": "slow"}},

              {"recorded": "2026-11-28", "version": 1}
            ]
            """;

    @TempDir
    Path directory;

    private Path path = Path.of(".");

    @BeforeEach
    void aPath() {
        path = directory.resolve("check-links-external.json");
    }

    private ExternalRecord read(String text) throws IOException {
        Files.writeString(path, text);
        return read();
    }

    private ExternalRecord read() throws IOException {
        return new RecordFile(path).read(List.of("not-found", "timed-out")::contains);
    }

    private String written(ExternalRecord externalRecord) throws IOException {
        new RecordFile(path).write(externalRecord);
        return Files.readString(path);
    }

    @Test
    void whatWasReadIsWrittenWithTheSameBytes() throws IOException {
        ExternalRecord externalRecord = read(SAMPLE);

        assertThat(new RecordFile(path).write(externalRecord)).isFalse();
        Files.delete(path);
        assertThat(written(externalRecord)).isEqualTo(SAMPLE);
    }

    @Test
    void eachFieldIsRead() throws IOException {
        ExternalRecord externalRecord = read(SAMPLE);

        assertThat(externalRecord.date()).isEqualTo(DAY);
        assertThat(externalRecord.find("https://b.org/old"))
                .isEqualTo(new RecordEntry(
                        "https://b.org/old", LocalDate.of(2026, 11, 20), 301, "https://b.org/new#x", null, null));
        assertThat(externalRecord.find("https://c.org/"))
                .isEqualTo(new RecordEntry(
                        "https://c.org/",
                        LocalDate.of(2026, 11, 20),
                        0,
                        null,
                        new Failure("not-found", "404", 2, LocalDate.of(2026, 3, 1)),
                        null));
        assertThat(externalRecord.find("https://d.org/"))
                .isEqualTo(new RecordEntry(
                        "https://d.org/",
                        null,
                        0,
                        null,
                        null,
                        new Review("only for people", LocalDate.of(2027, 6, 30))));
        assertThat(externalRecord.isEnd("https://b.org/new")).isTrue();
        assertThat(externalRecord.isEnd("https://a.org/")).isFalse();
    }

    @Test
    void lineEndsOfVersionControlAreNoNews() throws IOException {
        ExternalRecord externalRecord = read(SAMPLE.replace("\n", "\r\n"));

        assertThat(new RecordFile(path).write(externalRecord)).isFalse();
        assertThat(path).content().contains("\r\n");
    }

    @Test
    void entriesAreSortedAndTheirUrlsAreThoseOfBrowsers() throws IOException {
        ExternalRecord externalRecord = read("""
                [{"url": "HTTPS://b.org", "state": "ok", "since": "2026-03-01"},
                 {"url": "https://a.org/ö", "state": "ok", "since": "2026-03-01"}]
                """);

        assertThat(externalRecord.entries())
                .extracting(RecordEntry::url)
                .containsExactly("https://a.org/%C3%B6", "https://b.org/");
        assertThat(externalRecord.date()).isNull();
        assertThat(written(externalRecord)).endsWith(",\n\n  {\"version\": 1}\n]\n");
    }

    /** Lines as they are written are read without a JSON parser; with spaces, everything is JSON. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.org/",
                "http://a-b.c1.org/x/y.html?q=1&r=%20/../x",
                "https://a.org",
                "https://A.org/",
                "https://a.org:443/",
                "https://a.org/x/../y",
                "https://a.org/%2e%2e/y",
                "https://a.org/./y",
                "https://a.org/a b",
                "https://a.org/{x}",
                "https://a.org/?q='",
                "https://a.org/#x y",
                "https://a.org/\\\\x",
                "https://1/",
                "https://127.0.0.1/",
                "https://0x7f.1/",
                "https://xn--mnchen-3ya.de/",
                "https://m\u00FCnchen.de/",
                "https://a.org./",
                "https://-a.org/"
            })
    void theLinesThatAreWrittenMeanWhatTheirJsonMeans(String url) throws IOException {
        String line = "{\"url\": \"" + url + "\", \"state\": \"ok\", \"since\": \"2026-03-01\"},";
        String last = "{\"recorded\": \"2026-11-28\", \"version\": 1}";
        ExternalRecord quick = read("[\n  " + line + "\n\n  " + last + "\n]\n");
        ExternalRecord asJson = read("[\n " + line + "\n" + last + "]");

        assertThat(List.copyOf(quick.entries())).isEqualTo(List.copyOf(asJson.entries()));
        assertThat(quick.date()).isEqualTo(asJson.date());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "  {\"url\": \"https://a.org/\", \"state\": \"ok\", \"since\": \"2026-03-01\"},\\n  {\"url\": \"https://a.org/\", \"state\": \"ok\", \"since\": \"2026-03-01\"},\\n  {\"version\": 1} | line 3: https://a.org/ occurs twice, first in line 2",
                "  {\"url\": \"https://a.org/\", \"state\": \"ok\", \"since\": \"2026-03-01\"},\\n  {\"url\": \"https://a.org\", \"state\": \"ok\", \"since\": \"2026-03-01\"},\\n  {\"version\": 1} | line 3: https://a.org/ occurs twice, first in line 2",
                "  {\"url\": \"https://a.org/\", \"state\": \"ok\", \"since\": \"2026-13-01\"},\\n  {\"version\": 1} | line 2: since is \"2026-13-01\"",
                "  {\"url\": \"https://a.org/\", \"state\": \"ok\", \"since\": \"2026-03-01\"}\\n  {\"version\": 1} | line 3, column ",
                "  {\"url\": \"https://a.org/\", \"state\": \"ok\", \"since\": \"2026-03-01\"},\\n  {\"version\": 1}, | line 4, column ",
            })
    void anErrorInTheLinesThatAreWrittenHasItsLine(String rows, String message) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> read("[\n" + rows.replace("\\n", "\n") + "\n]\n"))
                .withMessageContaining(" is not a valid record: " + message);
    }

    @Test
    void aFileThatIsNotThereIsAnEmptyRecord() throws IOException {
        assertThat(read()).isSameAs(ExternalRecord.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[\\n{\"url\": \"https://a.org/\"                                  | line 2, column 25: the file ends here",
                "<<<<<<< HEAD\\n[]                                                  | line 1, column 1: \"<\" is not valid JSON here",
                "{}                                                                | line 1, column 1: an array [ … ] was expected",
                "[\\n{\"state\": \"ok\"}]                                           | line 2: entry without \"url\"",
                "[\\n{\"url\": \"https://a.org/\"}]                                 | line 2: entry without \"state\"",
                "[\\n{\"url\": \"https://a.org/\", \"state\": \"ok\"}]              | line 2: entry without \"since\"",
                "[\\n{\"url\": \"a.org\", \"state\": \"ok\"}]                       | line 2: url is \"a.org\"; an http or https URL is expected",
                "[\\n{\"url\": \"https://me:pw@a.org/\", \"state\": \"ok\"}]        | line 2: the url on the host a.org has a user name or password",
                "[\\n{\"url\": \"https://a.org/\", \"state\": \"good\", \"since\": \"2026-03-01\"}] | line 2: state is \"good\"; supported are ok, failing",
                "[\\n{\"url\": \"https://a.org/\", \"state\": \"ok\", \"since\": \"2026-02-30\"}] | line 2: since is \"2026-02-30\"; a date such as 2027-01-31 is expected",
                "[\\n{\"url\": \"https://a.org/\", \"reviewed\": {\"reason\": \"x\", \"until\": \"soon\"}}] | line 2: reviewed.until is \"soon\"; a date",
                "[\\n{\"url\": \"https://a.org/\", \"reviewed\": {\"until\": \"2027-01-31\"}}] | line 2: reviewed without \"reason\"",
                "[\\n{\"url\": \"https://a.org/\", \"reviewd\": {\"reason\": \"x\"}}] | line 2: \"reviewd.reason\" is not a field of this entry; supported are url,",
                "[\\n{\"url\": \"https://a.org/\", \"state\": \"failing\", \"since\": \"2026-03-01\", \"rule\": \"x\"}] | line 2: \"x\" is not a rule",
                "[\\n{\"url\": \"https://a.org/\", \"state\": \"failing\", \"since\": \"2026-03-01\", \"rule\": \"not-found\", \"runs\": \"two\"}] | line 2: runs is \"two\"; a whole number is expected",
                "[\\n{\"recorded\": \"yesterday\", \"version\": 1}]                 | line 2: recorded is \"yesterday\"; a date such as",
                "[\\n{\"url\": \"https://a.org\", \"state\": \"ok\", \"since\": \"2026-03-01\"},\\n{\"url\": \"https://a.org/\", \"state\": \"ok\", \"since\": \"2026-03-01\"}] | line 3: https://a.org/ occurs twice, first in line 2",
            })
    void aWrongFileIsOneErrorWithItsLine(String text, String message) throws IOException {
        String content = text.replace("\\n", "\n");

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> read(content))
                .withMessageStartingWith("<externalRecord> " + path + " is not a valid record: " + message)
                .withMessageEndingWith("; fix it, or delete it and run mvn check-links:record")
                .withMessageNotContaining("pw");
        assertThat(path).hasContent(content);
    }

    @Test
    void aRecordOfALaterVersionIsNotRead() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> read("{\n\"entries\": [[1]],\n\"version\": 2}"))
                .withMessageContaining(path + ", line 3: the record was written by a later version")
                .withMessageContaining("(format 2)");
    }

    @Test
    void aDirectoryIsNoRecord() throws IOException {
        Files.createDirectory(path);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(this::read)
                .withMessageContaining("is a directory");
    }

    /** As on a full disk: the temporary file cannot be written, because its name would be too long. */
    @Test
    void aFileThatCannotBeReplacedKeepsItsContent() throws IOException {
        path = directory.resolve("x".repeat(250));
        Files.writeString(path, SAMPLE);

        assertThatIOException().isThrownBy(() -> new RecordFile(path).write(ExternalRecord.EMPTY));
        assertThat(path).hasContent(SAMPLE);
        assertThat(directory).isDirectoryContaining(path::equals);
    }

    @Test
    void ofTwoWritersAtOnceOneWinsWhole() throws Exception {
        List<ExternalRecord> records =
                Stream.of("one", "two").map(RecordFileTest::large).toList();
        List<String> texts = List.of(written(records.get(0)), written(records.get(1)));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                List<Callable<Boolean>> writers = records.stream()
                        .<Callable<Boolean>>map(each -> () -> new RecordFile(path).write(each))
                        .toList();
                for (Future<Boolean> writer : threads.invokeAll(writers)) {
                    writer.get();
                }
                assertThat(Files.readString(path)).isIn(texts);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void manyUrlsWithTheSameAnswersGiveTheSameBytes() throws IOException {
        String first = written(answers(read()));
        String second = written(answers(read()));

        assertThat(second).isEqualTo(first);
        assertThat(second.lines()).hasSize(20_004);
        assertThat(new RecordFile(path).write(answers(read()))).isFalse();
    }

    /** Returns a record after a run in which some of many URLs failed or redirected. */
    private static ExternalRecord answers(ExternalRecord before) {
        RecordBuilder builder = new RecordBuilder(before, DAY);
        for (int i = 0; i < 20_000; i++) {
            String url = "https://host" + i % 700 + ".org/page" + i;
            switch (i % 50) {
                case 0 -> builder.addFailed(url, "not-found", "404");
                case 1 -> builder.addGood(url, 301, url + "/new");
                default -> builder.addGood(url, 0, null);
            }
        }
        return builder.build();
    }

    private static ExternalRecord large(String name) {
        RecordBuilder builder = new RecordBuilder(ExternalRecord.EMPTY, DAY);
        for (int i = 0; i < 2000; i++) {
            builder.addGood("https://" + name + ".org/" + i, 0, null);
        }
        return builder.build();
    }
}
