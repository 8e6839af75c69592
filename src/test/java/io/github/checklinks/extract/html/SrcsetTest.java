// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SrcsetTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "a.png | a.png",
                "a.png 1x, b.png 2x | a.png b.png",
                "/a.png,/b.png | /a.png,/b.png",
                "/a.png, /b.png | /a.png /b.png",
                "a.png 1x,b.png 2x | a.png b.png",
                "a,b.png 100w, c.png 200w | a,b.png c.png",
                "a.png,,, b.png | a.png b.png",
                ", , a.png | a.png",
                "a.png 1x (x, y), b.png | a.png b.png",
                "a.png (((x), b.png | a.png b.png",
                "a.png (x, b.png | a.png",
                "a.png 7q, b.png | a.png b.png",
                "data:image/png;base64,AA== 1x, b.png | data:image/png;base64,AA== b.png",
                "a.png  100w  ,b.png | a.png b.png",
            })
    void candidatesAreSplitAsTheStandardSays(String value, String candidates) {
        assertThat(candidates(value)).isEqualTo(List.of(candidates.split(" ")));
    }

    @Test
    void whitespaceIsThatOfAscii() {
        assertThat(candidates("\n\ta.png\f1x,\r b\u00A0c.png")).containsExactly("a.png", "b\u00A0c.png");
    }

    @Test
    void nothingHasNoCandidates() {
        assertThat(candidates("")).isEmpty();
        assertThat(candidates(" , ,\n")).isEmpty();
    }

    private static List<String> candidates(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        Srcset srcset = new Srcset();
        srcset.start(utf8, 0, utf8.length);
        List<String> candidates = new ArrayList<>();
        while (srcset.next()) {
            candidates.add(new String(utf8, srcset.from(), srcset.to() - srcset.from(), StandardCharsets.UTF_8));
        }
        return candidates;
    }
}
