// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.PercentCoding;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {

    private final Targets targets = new Targets();

    private int add(String url) {
        return targets.add(url, TargetClassification.PROBE, Zone.EXTERNAL);
    }

    @Test
    void manyUrlsKeepTheirNumbers() {
        int many = 200_000;
        for (int i = 0; i < many; i++) {
            assertThat(add(url(i))).isEqualTo(i);
        }

        assertThat(targets.size()).isEqualTo(many);
        for (int i = 0; i < many; i += 997) {
            assertThat(targets.url(i)).isEqualTo(url(i));
            assertThat(targets.find(url(i))).isEqualTo(i);
            assertThat(add(url(i))).isEqualTo(i);
        }
        assertThat(targets.size()).isEqualTo(many);
    }

    private static String url(int i) {
        return "https://host" + i % 7 + ".example/dir" + i % 1_000 + "/a-page-of-some-length-" + i + ".html?q=" + i;
    }

    @Test
    void theSameNameInAnotherDirectoryIsAnotherTarget() {
        int first = add("https://x.example/a/index.html");
        int second = add("https://x.example/b/index.html");
        int third = add("https://y.example/a/index.html");

        assertThat(targets.size()).isEqualTo(3);
        assertThat(targets.url(first)).isEqualTo("https://x.example/a/index.html");
        assertThat(targets.url(second)).isEqualTo("https://x.example/b/index.html");
        assertThat(targets.url(third)).isEqualTo("https://y.example/a/index.html");
    }

    @Test
    void filesAreFoundByTheUrlOfTheirPath() {
        List<String> paths =
                List.of("index.html", "a b/x.html", "a b/%.html", "skipped.png", "c/d/x.html", "c/y?.html");
        BitSet pages = new BitSet();
        pages.set(0, 6);
        pages.clear(3);

        targets.addFiles("https://x.example/", paths, pages);

        assertThat(targets.size()).isEqualTo(5);
        assertThat(targets.targetOf(3)).isEqualTo(-1);
        assertThat(targets.targetOf(99)).isEqualTo(-1);
        for (int file : new int[] {0, 1, 2, 4, 5}) {
            String address = "https://x.example/" + PercentCoding.encodePath(paths.get(file));
            int number = targets.targetOf(file);
            assertThat(targets.url(number)).isEqualTo(address);
            assertThat(targets.find(address)).isEqualTo(number);
            assertThat(targets.kind(number)).isEqualTo(TargetKind.FILE);
            assertThat(targets.zone(number)).isEqualTo(Zone.SITE);
            assertThat(targets.file(number)).isEqualTo(file);
        }
    }

    @Test
    void filesWithEqualNamesAreOneTarget() {
        BitSet pages = new BitSet();
        pages.set(0, 3);

        targets.addFiles("https://x.example/", List.of("a/\uFFFD.html", "a/\uFFFD.html", "b/\uFFFD.html"), pages);

        assertThat(targets.size()).isEqualTo(2);
        assertThat(targets.targetOf(1)).isEqualTo(targets.targetOf(0));
        assertThat(targets.file(targets.targetOf(1))).isZero();
    }

    @Test
    void theDirectoryOfAUrlIsIndependentOfItsQuery() {
        int page = add("https://x.example/a/b");
        int withQuery = add("https://x.example/a/c?d=/e/");

        assertThat(targets.directory(withQuery)).isEqualTo(targets.directory(page));
        assertThat(targets.addressOfDirectory(targets.directory(page)))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("https://x.example/a/");
    }

    @Test
    void whatWasNeverAddedIsNotFound() {
        add("https://x.example/a/b");

        assertThat(targets.find("https://x.example/a/c")).isEqualTo(-1);
        assertThat(targets.find("https://x.example/other/b")).isEqualTo(-1);
        assertThat(targets.find("https://x.example/a/")).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 262_139, 262_140, 262_141, 1_000_000})
    void aLongUrlIsStoredCompletely(int length) {
        add("https://x.example/short");
        String url = "https://x.example/" + "n".repeat(length);
        int number = add(url);
        int after = add("https://x.example/after");

        assertThat(targets.url(number)).isEqualTo(url);
        assertThat(targets.find(url)).isEqualTo(number);
        assertThat(targets.url(after)).isEqualTo("https://x.example/after");
        assertThat(targets.url(0)).isEqualTo("https://x.example/short");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x.example/",
                "https://x.example/share?url=https://y.example/a/b/",
                "mailto:a@b.example",
                "mailto:a@b.example?subject=a/b",
                "data:text/plain,a/b",
                "about:blank"
            })
    void everyKindOfUrlIsReturnedUnchanged(String url) {
        assertThat(targets.url(add(url))).isEqualTo(url);
        assertThat(targets.find(url)).isZero();
        assertThat(add(url)).isZero();
    }

    @Test
    void theFirstClassificationRemains() {
        int number = targets.add("https://x.example/a", TargetClassification.skipped(SkipReason.OFFLINE), Zone.SITE);
        targets.add("https://x.example/a", TargetClassification.PROBE, Zone.EXTERNAL);

        assertThat(targets.kind(number)).isEqualTo(TargetKind.SKIPPED);
        assertThat(targets.reason(number)).isEqualTo(SkipReason.OFFLINE);
        assertThat(targets.zone(number)).isEqualTo(Zone.SITE);
    }

    @Test
    void aFileKeepsItsNumber() {
        int number = targets.add("https://x.example/a", new TargetClassification(TargetKind.FILE, 123_456), Zone.SITE);

        assertThat(targets.kind(number)).isEqualTo(TargetKind.FILE);
        assertThat(targets.file(number)).isEqualTo(123_456);
    }
}
