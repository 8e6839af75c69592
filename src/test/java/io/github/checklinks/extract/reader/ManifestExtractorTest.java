// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.extract.RecordedLinks;
import org.junit.jupiter.api.Test;

class ManifestExtractorTest {

    @Test
    void theStartAndTheIconsAreLinks() {
        RecordedLinks links = RecordedLinks.of(
                "{\"name\":\"x\",\"start_url\":\"/a\",\"scope\":\"/no\",\"icons\":[{\"src\":\"b\\u002Fc.png\",\"type\":\"x\"},{\"src\":\"d\"}],"
                        + "\"shortcuts\":{\"start_url\":\"no\",\"icons\":[{\"src\":\"no\"}]}}",
                DocumentType.MANIFEST);

        assertThat(links.all).containsExactly("24 start_url /a", "59 icons@src b/c.png", "93 icons@src d");
    }

    @Test
    void shortcutsAndScreenshotsAreLinks() {
        RecordedLinks links = RecordedLinks.of(
                "{\"shortcuts\":[{\"name\":\"no\",\"url\":\"a\",\"icons\":[{\"src\":\"b\"}]},{\"url\":\"c\"}],"
                        + "\"screenshots\":[{\"src\":\"d\",\"label\":\"no\"}],\"url\":\"no\",\"id\":\"no\"}",
                DocumentType.MANIFEST);

        assertThat(links.links)
                .containsExactly("shortcuts@url a", "icons@src b", "shortcuts@url c", "screenshots@src d");
    }

    @Test
    void whatIsNoJsonHasTheLinksBeforeItsFault() {
        assertThat(RecordedLinks.of("{\"start_url\":\"a\",,", DocumentType.MANIFEST).links)
                .containsExactly("start_url a");
        assertThat(RecordedLinks.of("", DocumentType.MANIFEST).links).isEmpty();
        assertThat(RecordedLinks.of("[[".repeat(100_000), DocumentType.MANIFEST).links)
                .isEmpty();
    }
}
