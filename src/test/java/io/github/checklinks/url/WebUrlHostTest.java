// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WebUrlHostTest {

    static Stream<Arguments> hosts() {
        return Table.rows("""
                example.org -> example.org
                EXAMPLE.org. -> example.org.
                under_score.org -> under_score.org
                -a-.b--c.org -> -a-.b--c.org
                a..b -> a..b
                %65xample.org -> example.org
                1.2.3.4 -> 1.2.3.4
                1.2.3.4. -> 1.2.3.4
                127.1 -> 127.0.0.1
                127.0.257 -> 127.0.1.1
                2130706433 -> 127.0.0.1
                0x7f.1 -> 127.0.0.1
                0x7F000001 -> 127.0.0.1
                0177.0.0.01 -> 127.0.0.1
                0x.0x.0 -> 0.0.0.0
                4294967295 -> 255.255.255.255
                １２７．1 -> 127.0.0.1
                1.2.3.4.com -> 1.2.3.4.com
                1a -> 1a
                0xg.org -> 0xg.org
                [::] -> [::]
                [::1] -> [::1]
                [1:2:3:4:5:6:7:8] -> [1:2:3:4:5:6:7:8]
                [2001:DB8:0:0:1:0:0:1] -> [2001:db8::1:0:0:1]
                [1:0:0:2:0:0:0:3] -> [1:0:0:2::3]
                [1:0:2:3:4:5:6:7] -> [1:0:2:3:4:5:6:7]
                [1:2:3:4:5:6:7::] -> [1:2:3:4:5:6:7:0]
                [1::] -> [1::]
                [::1.2.3.4] -> [::102:304]
                [::ffff:127.0.0.1] -> [::ffff:7f00:1]
                [0001::0010] -> [1::10]
                bücher.example -> xn--bcher-kva.example
                BÜCHER.example -> xn--bcher-kva.example
                bu\u0308cher.example -> xn--bcher-kva.example
                b%C3%BCcher.example -> xn--bcher-kva.example
                XN--bcher-KVA.example -> xn--bcher-kva.example
                straße.de -> xn--strae-oqa.de
                STRASSE.de -> strasse.de
                βόλος.com -> xn--nxasmm1c.com
                日本語。ｊｐ -> xn--wgv71a119e.jp
                ☃.net -> xn--n3h.net
                💩.la -> xn--ls8h.la
                🫠.ws -> xn--129h.ws
                a\u00ADb\u200B.org -> ab.org
                ﬁn.org -> fin.org
                مثال.إختبار -> xn--mgbh0fb.xn--kgbechtv
                نامه\u200Cای.com -> xn--mgba3gch31f060k.com
                """);
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void aHostIsSerialisedAsABrowserDoes(String host, String serialised) {
        assertThat(WebUrl.parse("https://" + host + "/"))
                .isInstanceOfSatisfying(
                        WebUrl.class, url -> assertThat(url.host()).isEqualTo(serialised));
    }

    static Stream<Arguments> malformed() {
        return Table.rows("""
                https:// -> the host is missing
                https://? -> the host is missing
                https://user@/x -> the host is missing
                https://:80/ -> the host is missing
                a://user@/x -> the host is missing
                a://:80 -> the host is missing
                https://h:80a/ -> the port "80a" is not a number from 0 to 65535
                https://h:-1/ -> the port "-1" is not a number from 0 to 65535
                https://h:65536/ -> the port "65536" is not a number from 0 to 65535
                https://h:99999999999999999999/ -> the port "99999999999999999999" is not a number from 0 to 65535
                https://a␠b/ -> the host "a b" contains a space, which is not allowed in a host
                https://a<b/ -> the host "a<b" contains the character "<", which is not allowed in a host
                https://a%00b/ -> the host "a%00b" contains a control character, which is not allowed in a host
                https://a%25b/ -> the host "a%25b" contains the character "%", which is not allowed in a host
                https://a%zz/ -> the host "a%zz" contains the character "%", which is not allowed in a host
                https://a^b/ -> the host "a^b" contains the character "^", which is not allowed in a host
                a://h␠/ -> the host "h " contains a space, which is not allowed in a host
                a://h\\/ -> the host "h\\" contains the character "\\", which is not allowed in a host
                https://1.2.3.256/ -> the host "1.2.3.256" ends in a number but is no IPv4 address
                https://1.2.3.4.5/ -> the host "1.2.3.4.5" ends in a number but is no IPv4 address
                https://4294967296/ -> the host "4294967296" ends in a number but is no IPv4 address
                https://1..2/ -> the host "1..2" ends in a number but is no IPv4 address
                https://08/ -> the host "08" ends in a number but is no IPv4 address
                https://foo.0x4/ -> the host "foo.0x4" ends in a number but is no IPv4 address
                https://[::1/ -> the host "[::1" lacks its closing bracket
                https://[]/ -> "[]" is not a valid IPv6 address
                https://[:1]/ -> "[:1]" is not a valid IPv6 address
                https://[1]/ -> "[1]" is not a valid IPv6 address
                https://[1::2::3]/ -> "[1::2::3]" is not a valid IPv6 address
                https://[1:2:3:4:5:6:7:8:9]/ -> "[1:2:3:4:5:6:7:8:9]" is not a valid IPv6 address
                https://[12345::]/ -> "[12345::]" is not a valid IPv6 address
                https://[::1.2.3]/ -> "[::1.2.3]" is not a valid IPv6 address
                https://[::1.2.3.04]/ -> "[::1.2.3.04]" is not a valid IPv6 address
                https://[::1.2.3.256]/ -> "[::1.2.3.256]" is not a valid IPv6 address
                https://[::1%25eth0]/ -> "[::1%25eth0]" is not a valid IPv6 address
                https://xn--/ -> the host "xn--" has the label "xn--", which is not valid punycode
                https://xn--a/ -> the host "xn--a" has the label "xn--a", which contains the character U+0080, which is not allowed in a domain
                https://xn--abc-.org/ -> the host "xn--abc-.org" has the label "xn--abc-", which is not valid punycode
                https://\uFFFD/ -> the host "\uFFFD" contains the character U+FFFD, which is not allowed in a domain
                https://a%FFb/ -> the host "a%FFb" contains the character U+FFFD, which is not allowed in a domain
                https://\u00AD/ -> the host "\\u00AD" has no visible character
                https://\u0301a/ -> the host "\u0301a" has the label "\u0301a", which begins with a combining mark
                https://a\u200Db/ -> the host "a\\u200Db" has the label "a\\u200Db", which has a misplaced zero-width joiner
                https://aא/ -> the host "aא" mixes writing directions in the label "aא"
                example.org/x -> it has no scheme, such as https:, and there is nothing to resolve it against
                1a:b -> it has no scheme, such as https:, and there is nothing to resolve it against
                """);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedUrlHasAReason(String input, String reason) {
        assertThat(WebUrl.parse(input)).isEqualTo(new MalformedUrl(reason));
    }

    @Test
    void aReasonQuotesALongHostInShort() {
        assertThat(WebUrl.parse("https://" + "a".repeat(1000) + " /"))
                .isInstanceOfSatisfying(
                        MalformedUrl.class,
                        malformed -> assertThat(malformed.reason())
                                .hasSizeLessThan(200)
                                .contains("aaa…"));
    }

    @Test
    void aRelativeReferenceOnAnOpaqueBaseIsMalformed() {
        WebUrl base = (WebUrl) WebUrl.parse("mailto:a@b.org");

        assertThat(base.resolve("x"))
                .isEqualTo(new MalformedUrl("a relative reference cannot be resolved against a mailto: address"));
    }
}
