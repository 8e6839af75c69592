// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.extract.RecordedLinks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetaRefreshTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "0;page.html | page.html",
                "0;p/package-summary.html | p/package-summary.html",
                "0,url='x' | x",
                "0;URL=x | x",
                "0; url = x | x",
                "0 url=x | x",
                "0  ;  Url=\"x y\"z | x y",
                "0;url='x | x",
                "0;'x'y | x",
                "0;url | url",
                "0;url x | url x",
                "0;urn:x | urn:x",
                "0;u | u",
                "0;;x | ;x",
                "00.9;x | x",
                "0.;x | x",
                ".5;x | x",
                ".;x | x",
                "0.1.2.3;x | x",
            })
    void aDelayOfZeroIsARedirect(String content, String url) {
        assertThat(RecordedLinks.html("<meta http-equiv=Refresh content='" + content.replace("'", "&#39;") + "'>")
                        .links)
                .containsExactly("meta@content " + url + " (REFRESH_AT_ONCE)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5;url=x", "05;x", "1.0,x", "99999999999999999999;x", "\n10 x"})
    void anotherDelayIsARefresh(String content) {
        assertThat(RecordedLinks.html("<meta content='" + content + "' http-equiv='REFRESH'>").links)
                .containsExactly("meta@content x (REFRESH)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                " 0 ",
                "0;",
                "0;url=",
                "0;url=''",
                "x",
                "url=x",
                "-1;x",
                "+1;x",
                "0x",
                "0:x",
                ";x",
                "0;\"\""
            })
    void noUrlIsNoLink(String content) {
        assertThat(RecordedLinks.html("<meta http-equiv=refresh content='" + content.replace("'", "&#39;") + "'>")
                        .links)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http-equiv='refresh '", "name=refresh", "http-equiv=content-type"})
    void onlyARefreshIsARefresh(String attribute) {
        assertThat(RecordedLinks.html("<meta " + attribute + " content='0;url=x'>").links)
                .isEmpty();
    }
}
