// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.crawl.directory.FileLookup;
import io.github.checklinks.crawl.directory.LocalRoots;
import io.github.checklinks.crawl.directory.UrlPrefix;
import io.github.checklinks.crawl.robots.RobotsTxt;
import io.github.checklinks.crawl.target.ScopeSettings.Reach;
import io.github.checklinks.facts.TargetClassification;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.Patterns;
import io.github.checklinks.url.WebUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

    @TempDir
    Path directory;

    private LocalRoots localRoots = new LocalRoots(FileLookup.STANDARD);
    private Reach reach = Reach.EVERYWHERE;
    private Patterns excludes = Patterns.NONE;
    private Patterns allowPrivate = Patterns.NONE;

    @BeforeEach
    void build() throws IOException {
        file("site/index.html");
        file("site/a.html");
        file("site/api/own.html");
        file("api/index.html");
        file("api/v1/x y.html");
    }

    private void file(String path) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    private static WebUrl url(String text) {
        return WebUrl.ofSerialised(text);
    }

    private Scope built(String base) {
        localRoots = new LocalRoots(FileLookup.STANDARD);
        localRoots.addSite(url(base), directory.resolve("site"));
        return scope(base, false);
    }

    private Scope scope(String base, boolean served) {
        WebUrl url = url(base);
        return new Scope(
                localRoots,
                UrlPrefix.directoryOf(url),
                served,
                RobotsTxt.NONE,
                Set.of(String.valueOf(url.host())),
                new ScopeSettings(excludes, allowPrivate, reach));
    }

    private @Nullable String file(Scope scope, String url) {
        TargetClassification targetClassification = scope.classify(url(url));
        return targetClassification.targetKind() == TargetKind.FILE
                ? localRoots.path(targetClassification.detail())
                : null;
    }

    @ParameterizedTest
    @CsvSource({
        "https://docs.org/guide/a.html,a.html",
        "http://docs.org/guide/a.html,a.html",
        "https://docs.org:443/guide/a.html,a.html",
        "http://docs.org:80/guide/a.html,a.html",
        "https://docs.org/guide/,index.html",
        "https://docs.org/guide,index.html",
        "https://docs.org/guide/a.html?query,a.html",
        "https://docs.org/guide/%61.html,a.html",
        "https://docs.org/guide//a.html,a.html"
    })
    void whatIsBelowTheBaseIsAFile(String url, String file) {
        Scope scope = built("https://docs.org/guide/");

        assertThat(file(scope, url)).isEqualTo(file);
        assertThat(scope.zone(url(url))).isEqualTo(Zone.SITE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://docs.org/",
                "https://docs.org/guide2/a.html",
                "https://docs.org/guidea.html",
                "https://docs.org/Guide/a.html",
                "https://docs.org:8443/guide/a.html",
                "https://www.docs.org/guide/a.html",
                "http://docs.org:443/guide/a.html"
            })
    void aPrefixEndsAtAPathSegment(String url) {
        Scope scope = built("https://docs.org/guide/");

        assertThat(scope.classify(url(url))).isEqualTo(TargetClassification.PROBE);
        assertThat(scope.zone(url(url))).isEqualTo(Zone.EXTERNAL);
    }

    @Test
    void aMissingFileBelowTheBaseIsNeverRequested() {
        Scope scope = built("https://docs.org/guide/");

        assertThat(scope.classify(url("https://docs.org/guide/b.html"))).isEqualTo(TargetClassification.ABSENT);
        assertThat(scope.classify(url("https://docs.org/guide/A.html"))).isEqualTo(TargetClassification.ABSENT);
    }

    @Test
    void theLongestPrefixWins() {
        Scope scope = built("https://docs.org/");
        localRoots.addMapping(url("https://docs.org/api/"), directory.resolve("api"));
        localRoots.addMapping(url("http://other.org:8080/x/"), directory.resolve("api"));

        assertThat(file(scope, "https://docs.org/api/v1/x%20y.html")).isEqualTo("v1/x y.html");
        assertThat(file(scope, "https://docs.org/api")).isEqualTo("index.html");
        assertThat(scope.classify(url("https://docs.org/api/own.html"))).isEqualTo(TargetClassification.ABSENT);
        assertThat(file(scope, "https://docs.org/a.html")).isEqualTo("a.html");
        assertThat(file(scope, "http://other.org:8080/x/")).isEqualTo("index.html");
        assertThat(scope.zone(url("http://other.org:8080/x/absent"))).isEqualTo(Zone.SITE);
        assertThat(scope.classify(url("http://other.org/x/"))).isEqualTo(TargetClassification.PROBE);
    }

    @Test
    void ofEqualPrefixesTheSiteItselfWins() {
        Scope scope = built("https://docs.org/");
        localRoots.addMapping(url("https://docs.org/"), directory.resolve("api"));

        assertThat(file(scope, "https://docs.org/a.html")).isEqualTo("a.html");
        assertThat(scope.classify(url("https://docs.org/v1/x%20y.html"))).isEqualTo(TargetClassification.ABSENT);
    }

    @Test
    void filesOfEveryRootAreKnownByOneNumber() throws IOException {
        Files.createDirectory(directory.resolve("empty"));
        Scope scope = built("https://docs.org/");
        localRoots.addMapping(url("https://docs.org/empty/"), directory.resolve("empty"));
        localRoots.addMapping(url("https://docs.org/api/"), directory.resolve("api"));
        assertThat(scope.classify(url("https://docs.org/empty/x"))).isEqualTo(TargetClassification.ABSENT);
        int inMapping =
                scope.classify(url("https://docs.org/api/v1/x%20y.html")).detail();
        int inSite = scope.classify(url("https://docs.org/a.html")).detail();

        assertThat(localRoots.path(inMapping)).isEqualTo("v1/x y.html");
        assertThat(localRoots.address(inMapping)).isEqualTo("https://docs.org/api/v1/x%20y.html");
        localRoots.open(inMapping).close();
        assertThat(localRoots.isOfSite(inMapping)).isFalse();
        assertThat(localRoots.address(inSite)).isEqualTo("https://docs.org/a.html");
        assertThat(localRoots.isOfSite(inSite)).isTrue();
    }

    @Test
    void aModuleSiteThatIsNotBuiltYetIsSkipped() {
        Scope scope = built("https://docs.org/");
        localRoots.addMapping(url("https://docs.org/module/"), null);

        assertThat(scope.classify(url("https://docs.org/module/x.html")))
                .isEqualTo(TargetClassification.skipped(SkipReason.OTHER_MODULE));
        assertThat(scope.zone(url("https://docs.org/module/x.html"))).isEqualTo(Zone.SITE);
    }

    @Test
    void offlineNothingIsRequestedAndFilesAreStillFound() {
        reach = Reach.OFFLINE;
        Scope scope = built("https://docs.org/guide/");

        assertThat(scope.classify(url("https://docs.org/")))
                .isEqualTo(TargetClassification.skipped(SkipReason.OFFLINE));
        assertThat(scope.classify(url("https://example.com/")))
                .isEqualTo(TargetClassification.skipped(SkipReason.OFFLINE));
        assertThat(file(scope, "https://docs.org/guide/a.html")).isEqualTo("a.html");
    }

    @Test
    void withoutExternalOnlyTheSiteIsRequested() {
        reach = Reach.SITE;

        assertThat(built("https://docs.org/").classify(url("https://x.org/")))
                .isEqualTo(TargetClassification.skipped(SkipReason.EXTERNAL));
        localRoots = new LocalRoots(new FileLookup(List.of(), false));
        Scope served = scope("https://docs.org/guide/", true);
        assertThat(served.classify(url("https://docs.org/guide/x"))).isEqualTo(TargetClassification.FOLLOW);
        assertThat(served.classify(url("http://docs.org/guide"))).isEqualTo(TargetClassification.FOLLOW);
        assertThat(served.classify(url("https://docs.org/other")))
                .isEqualTo(TargetClassification.skipped(SkipReason.EXTERNAL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.com/", "http://www.example.org/x", "https://a.test/", "https://x.invalid/"})
    void reservedNamesAreNotRequested(String url) {
        assertThat(built("https://docs.org/").classify(url(url)))
                .isEqualTo(TargetClassification.skipped(SkipReason.RESERVED_NAME));
    }

    @Test
    void aReservedNameThatTheUserNamedIsReal() {
        assertThat(built("https://example.com/docs/").classify(url("https://example.com/other")))
                .isEqualTo(TargetClassification.PROBE);
        allowPrivate = Patterns.of("allowPrivate", List.of("*.test"));
        assertThat(built("https://docs.org/").classify(url("https://a.test/"))).isEqualTo(TargetClassification.PROBE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http://localhost:8080/x",
                "http://127.0.0.1/",
                "http://2130706433/",
                "https://192.168.1.1/",
                "http://[::1]:80/",
                "file:///home/x",
                "file:x",
                "C:\\docs\\x.html",
                "c:/docs/x.html"
            })
    void privateHostsAndFileUrlsAreLocalAddresses(String url) {
        Scope scope = built("https://docs.org/");

        assertThat(scope.classify(url(url))).isEqualTo(TargetClassification.LOCAL_ADDRESS);
        assertThat(scope.zone(url(url))).isEqualTo(Zone.EXTERNAL);
    }

    @Test
    void aLocalAddressIsReportedOfflineToo() {
        reach = Reach.OFFLINE;

        assertThat(built("https://docs.org/").classify(url("http://localhost/")))
                .isEqualTo(TargetClassification.LOCAL_ADDRESS);
    }

    @Test
    void theSitesOwnOriginAndAllowedHostsAreRequestedThoughTheyArePrivate() {
        allowPrivate = Patterns.of("allowPrivate", List.of("10.*"));
        Scope served = scope("http://localhost:8080/docs/", true);

        assertThat(served.classify(url("http://localhost:8080/docs/x"))).isEqualTo(TargetClassification.FOLLOW);
        assertThat(served.classify(url("http://localhost:8080/x"))).isEqualTo(TargetClassification.PROBE);
        assertThat(served.classify(url("http://localhost:9090/x"))).isEqualTo(TargetClassification.LOCAL_ADDRESS);
        assertThat(served.classify(url("http://10.1.2.3/x"))).isEqualTo(TargetClassification.PROBE);
        assertThat(served.classify(url("http://192.168.0.1/x"))).isEqualTo(TargetClassification.LOCAL_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:a@b.org", "javascript:void(0)", "data:,x", "tel:1", "ftp://x.org/", "about:blank"})
    void otherSchemesAreSkipped(String url) {
        assertThat(built("https://docs.org/").classify(url(url)))
                .isEqualTo(TargetClassification.skipped(SkipReason.SCHEME));
    }

    @Test
    void excludesComeFirst() {
        excludes = Patterns.of("excludes", List.of("https://docs.org/old/*", "mailto:*", "http://localhost*"));
        Scope scope = built("https://docs.org/");

        assertThat(scope.classify(url("https://docs.org/old/x")))
                .isEqualTo(TargetClassification.skipped(SkipReason.EXCLUDED));
        assertThat(scope.classify(url("mailto:a@b.org"))).isEqualTo(TargetClassification.skipped(SkipReason.EXCLUDED));
        assertThat(scope.classify(url("http://localhost/")))
                .isEqualTo(TargetClassification.skipped(SkipReason.EXCLUDED));
        assertThat(scope.classify(url("https://docs.org/older/x"))).isEqualTo(TargetClassification.ABSENT);
    }
}
