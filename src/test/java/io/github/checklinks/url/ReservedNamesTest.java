// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "example.net",
                "example.org",
                "example.org.",
                "www.example.com",
                "a.b.example.net",
                "example",
                "test",
                "invalid",
                "foo.example",
                "foo.test",
                "site.invalid",
                "foo.test."
            })
    void aNameForExamplesIsReserved(String host) {
        assertThat(ReservedNames.isReserved(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                ".com",
                "com",
                "localhost",
                "foo.localhost",
                "myexample.com",
                "example.de",
                "example.com.de",
                "example.co",
                "test.com",
                "contest",
                "invalid.org",
                "127.0.0.1",
                "[::1]",
                "exampleorg"
            })
    void anyOtherNameIsNotReserved(String host) {
        assertThat(ReservedNames.isReserved(host)).isFalse();
    }
}
