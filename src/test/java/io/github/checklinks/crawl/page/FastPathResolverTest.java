// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.facts.TargetClassification;
import io.github.checklinks.facts.Targets;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.WebUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FastPathResolverTest {

    private static final String BASE = "https://docs.org/a/b/";

    private final Targets targets = new Targets();
    private final FastPathResolver fastPath = new FastPathResolver(targets);

    FastPathResolverTest() {
        fastPath.use(BASE.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "x.html, https://docs.org/a/b/x.html",
        "./x.html, https://docs.org/a/b/x.html",
        "../c/x.html, https://docs.org/a/c/x.html",
        "../../x, https://docs.org/x",
        "c/../d/., https://docs.org/a/b/d/",
        "/x/y, https://docs.org/x/y",
        "..,  https://docs.org/a/",
        "https://other.org/p/q.html?r=s/t, https://other.org/p/q.html?r=s/t",
        "http://other.org/%C3%A4, http://other.org/%C3%A4",
        "https.html, https://docs.org/a/b/https.html"
    })
    void aKnownTargetIsFoundAsByTheParser(String reference, String address) {
        int target = targets.add(address, TargetClassification.PROBE, Zone.EXTERNAL);

        assertThat(find(reference)).isEqualTo(target);
        assertThat(WebUrl.ofSerialised(BASE).resolve(reference))
                .isInstanceOfSatisfying(
                        WebUrl.class, url -> assertThat(url.href()).isEqualTo(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new.html",
                "",
                "?x",
                "a b.html",
                "%78.html",
                "mailto:x",
                "//other.org/",
                "https://OTHER.org/",
                "https://other.org",
                "https://other.org/${x}",
                "../../../x.html",
                "/../x.html",
                "\u00E4.html"
            })
    void whatIsSpecialOrNewIsLeftToTheParser(String reference) {
        for (String address : new String[] {"x.html", "https://other.org/", "https://docs.org/x.html"}) {
            targets.add(address, TargetClassification.PROBE, Zone.EXTERNAL);
        }

        assertThat(find(reference)).isEqualTo(-1);
    }

    @Test
    void anotherDirectoryIsUsedFromThenOn() {
        int target = targets.add("http://[::1]:8080/x", TargetClassification.PROBE, Zone.EXTERNAL);

        fastPath.use("http://[::1]:8080/".getBytes(UTF_8));

        assertThat(find("x")).isEqualTo(target);
        assertThat(find("/x")).isEqualTo(target);
    }

    private int find(String reference) {
        byte[] text = reference.getBytes(UTF_8);
        int path = fastPath.find(text, 0, text.length);
        return path >= 0 ? path : fastPath.findAbsolute(text, 0, text.length);
    }
}
