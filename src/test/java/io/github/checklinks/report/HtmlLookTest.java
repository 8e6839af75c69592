// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.checklinks.Slow;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.report.html.HtmlReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report in a real browser; screenshots are saved in {@code target/looks}. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
@Slow
class HtmlLookTest {

    private static final Path LOOKS = Path.of("target", "looks").toAbsolutePath();
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    private static Chromium browser;

    @BeforeAll
    static void open(@TempDir Path profile) throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "there is no chromium on the PATH: the HTML report is not tested in a browser");
        browser = Chromium.start(program.orElseThrow(), profile);
    }

    @AfterAll
    static void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "small, 1280, false", "small, 1280, true", "small, 360, false",
        "large, 1280, false", "large, 1280, true", "large, 360, true",
        "empty, 1280, false", "empty, 1280, true", "empty, 360, false"
    })
    void itLooksAndSoundsRight(String name, int width, boolean dark) throws Exception {
        ChromiumTab tab = browser.open(page(name));
        tab.look(width, 900, dark);
        tab.shoot(LOOKS.resolve(name + "-" + width + (dark ? "-dark" : "-light") + ".png"));

        assertThat(tab.complaints()).isEmpty();
        assertThat(tab.requests()).hasSize(1);
        assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(width);
        // A thousand cards would take minutes, and they are alike.
        tab.evaluate("document.querySelectorAll('article').forEach((card, i) => i < 25 || card.remove())");
        assertThat(faults(tab)).isEmpty();
        tab.close();
    }

    @Test
    void whatWasChosenStaysInTheAddressAndIsObeyed() throws Exception {
        ChromiumTab tab = browser.open(URI.create(page("small") + "#rule=missing-file&by=page"));
        tab.look(1280, 900, false);

        assertThat(tab.evaluate("[...document.querySelectorAll('#by-page h3')].map(h => h.textContent).join()")
                        .asText())
                .isEqualTo("guide/setup.html,index.html");
        assertThat(tab.evaluate("document.getElementById('shown').textContent").asText())
                .isEqualTo("1 of 6 findings");
        tab.shoot(LOOKS.resolve("small-by-page.png"));

        tab.evaluate("document.querySelector('form button[type=reset]').click()");
        tab.evaluate("document.querySelector('input[type=search]').focus()");
        for (String key : List.of("s", "l", "o", "w")) {
            tab.press(key);
        }
        tab.evaluate("new Promise(done => setTimeout(done, 400))");

        assertThat(tab.evaluate("location.hash").asText()).isEqualTo("#q=slow");
        assertThat(tab.evaluate("document.querySelectorAll('#by-target article:not([hidden])').length")
                        .asInt())
                .isEqualTo(1);
        assertThat(tab.complaints()).isEmpty();
        // Last, because the script of the audit causes browser errors.
        tab.evaluate("location.hash = '#by=page'");
        assertThat(faults(tab)).isEmpty();
        tab.close();
    }

    @Test
    void aRuleAboveTheFindingsShowsItsOwnByKeyboardToo() throws Exception {
        ChromiumTab tab = browser.open(page("large"));
        tab.look(1280, 900, false);
        tab.press("Tab");
        assertThat(tab.evaluate("document.activeElement.className").asText()).isEqualTo("skip");
        tab.press("Tab");
        assertThat(tab.evaluate("document.activeElement.textContent").asText()).isEqualTo("missing-file");

        tab.evaluate("document.activeElement.click()");

        assertThat(tab.evaluate("location.hash").asText()).isEqualTo("#rule=missing-file");
        assertThat(tab.evaluate("document.activeElement.id").asText()).isEqualTo("findings");
        assertThat(tab.evaluate("document.getElementById('shown').textContent").asText())
                .isEqualTo("250 of 1,000 findings listed here; 500 more are not");
        tab.shoot(LOOKS.resolve("large-one-rule.png"));
        tab.close();
    }

    @Test
    void withoutScriptAndOnPaperEverythingIsThere() throws Exception {
        ChromiumTab tab = browser.open(page("small"));
        tab.withoutScript();
        tab.load(page("small"));
        tab.look(800, 1100, true);
        tab.shoot(LOOKS.resolve("small-without-script.png"));
        tab.print();
        tab.shoot(LOOKS.resolve("small-on-paper.png"));

        assertThat(tab.visibleText())
                .contains("3 broken links", "no anchor \"instal\" on guide/setup.html", "did you mean #install?")
                .doesNotContain("Clear filters");
        tab.close();
    }

    static List<String> faults(ChromiumTab tab) throws Exception {
        try (InputStream in = HtmlLookTest.class.getResourceAsStream(AXE)) {
            tab.evaluate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        JsonNode found = tab.evaluate("axe.run().then(found => found.violations.map(fault => fault.id + ': '"
                + " + fault.nodes.slice(0, 3).map(node => node.html + ' ' + node.failureSummary).join(' | ')))");
        return Chromium.JSON.convertValue(
                found, Chromium.JSON.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    static URI page(String name) throws IOException {
        Path file = LOOKS.resolve(name + ".html");
        Results results = switch (name) {
            case "small" -> Looks.small();
            case "large" -> Looks.large();
            default -> Looks.empty();
        };
        StringWriter out = new StringWriter();
        boolean passed = name.equals("empty");
        new HtmlReport()
                .write(
                        results.build(),
                        new GateResult(passed ? List.of() : List.of("3 broken links, 0 allowed"), true),
                        out);
        Files.createDirectories(LOOKS);
        Files.writeString(file, out.toString());
        return file.toUri();
    }
}
