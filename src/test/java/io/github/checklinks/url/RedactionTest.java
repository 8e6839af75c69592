// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource({
        "https://user:secret@host/, https://***@host/",
        "https://user@host, https://***@host",
        "HTTP://u:p@host:8080/x?y#z, HTTP://***@host:8080/x?y#z",
        "//u:p@host/, //***@host/",
        "https:\\\\u:p@host\\x, https:\\\\***@host\\x",
        "http:/u:p@host/, http:/***@host/",
        "http:u:p@host/, http:***@host/",
        "https:////u:p@host/, https:////***@host/",
        "https://u:p@ss@host/, https://***@host/",
        "https://@u:p@host/, https://***@host/",
        "https://@p@ss@/, https://***@/",
        "https://u s:p w@host/, https://***@host/",
        "ssh://git@host/x.git, ssh://***@host/x.git",
        "https://h/?next=https://u:p@other/, https://h/?next=https://***@other/",
        "https://h/?next=//u:p@other/, https://h/?next=//***@other/",
        "https://a:https://u:p@host/, https://a:https://***@host/",
        "https://u:p@one/ https://v:q@two/, https://***@one/ https://***@two/",
    })
    void aUserinfoIsMasked(String text, String redacted) {
        assertThat(Redaction.url(text)).isEqualTo(redacted);
        assertThat(Redaction.url(redacted)).as("a second time").isEqualTo(redacted);
    }

    @ParameterizedTest
    @CsvSource({
        "https:u:p@host/x, https://a.b/docs/u:p@host/x, https://a.b/docs/***@host/x",
        "https:u ü:p@host/x, https://a.b/u%20%C3%BC:p@host/x, https://a.b/***@host/x",
        "https:u%20v:p@host/x, nothing at docs/u v:p@host/x, nothing at docs/***@host/x",
        "https://u:p@host/x, https://u:p@host/x, https://u:p@host/x",
        "u:p@host/x, u:p@host/x, u:p@host/x",
        "a/b@c, https://a.b/a/b@c, https://a.b/a/b@c",
        "https:@host, https://a.b/@host, https://a.b/@host",
    })
    void aUserinfoWithoutSlashesIsMaskedInThePathItBecomes(String reference, String target, String redacted) {
        assertThat(Redaction.userinfoWithoutSlashes(reference, target)).isEqualTo(redacted);
    }

    @Test
    void charactersThatABrowserRemovesDoNotHideIt() {
        assertThat(Redaction.url(" \n//u:p@host/")).isEqualTo(" \n//***@host/");
        assertThat(Redaction.url("ht\ntps:u:p@host/")).isEqualTo("ht\ntps:***@host/");
        assertThat(Redaction.url("https:/\t/u:\np@host/")).isEqualTo("https:/\t/***@host/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "https://",
                "https://@host/",
                "https://@host@/x",
                "https://@host@:8080/x",
                "guide/setup.html",
                "mailto:someone@example.org",
                "https://cdn/npm/@scope/package@1.2",
                "npm//package@1.2",
                "https://host/a@b",
                "https://host?a@b",
                "https://host#a@b",
                "file:////home/a@b",
                "xmpp:/a@b",
            })
    void textWithoutUserinfoIsUnchanged(String text) {
        assertThat(Redaction.url(text)).isSameAs(text);
        assertThat(Redaction.prose(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "moved to https://u:p@host/x for good, moved to https://***@host/x for good",
        "see <https://u:p@host> now, see <https://***@host> now",
        "ask //u:p@host, ask //***@host",
        "https://host and me@example.org, https://host and me@example.org",
    })
    void inASentenceEachUrlEndsAtASpace(String text, String redacted) {
        assertThat(Redaction.prose(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@", "//", "//a ", "@ //a ", "//<a@b ", "//@", "/\t", ":", ":\t", "http:", "http:a ", "=//", "<//a",
                "\"//a", "a@//"
            })
    void anyRepetitionIsRedactedQuickly(String piece) {
        String text = piece.repeat((1 << 19) / piece.length());

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThat(Redaction.url("@ " + text)).isNotNull();
            assertThat(Redaction.prose("@ " + text)).isNotNull();
            assertThat(Redaction.userinfoWithoutSlashes("@" + text, text)).isNotNull();
        });
    }
}
