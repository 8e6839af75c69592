// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WebUrlParseTest {

    static Stream<Arguments> absolute() {
        return Table.rows("""
                https://example.org/ -> https://example.org/
                https://example.org -> https://example.org/
                https://example.org#top -> https://example.org/#top
                https://example.org?q -> https://example.org/?q
                https://example.org?q#f -> https://example.org/?q#f
                https://example.org/a/b.html?x=1&y=2#z -> https://example.org/a/b.html?x=1&y=2#z
                https://example.org/a# -> https://example.org/a#
                https://example.org/a? -> https://example.org/a?
                https://example.org/a?# -> https://example.org/a?#
                https://example.org/a##b -> https://example.org/a##b
                https://example.org/a?b?c -> https://example.org/a?b?c
                https://example.org/a?b=/../c -> https://example.org/a?b=/../c
                https://example.org/a#b/../c -> https://example.org/a#b/../c
                HTTPS://EXAMPLE.ORG/A -> https://example.org/A
                hTTp://Example.org/%7Efoo -> http://example.org/%7Efoo
                ␠␠https://example.org/a␠ -> https://example.org/a
                ␀␊https://example.org/a␀ -> https://example.org/a
                ht␊tps://exa␉mple.org/a␍␊b -> https://example.org/ab
                https://example.org/a␠b -> https://example.org/a%20b
                https://example.org/a"<>`{}^ -> https://example.org/a%22%3C%3E%60%7B%7D%5E
                https://example.org/a|b[c]'d -> https://example.org/a|b[c]'d
                https://example.org/?a␠"<>'`{}^| -> https://example.org/?a%20%22%3C%3E%27`{}^|
                https://example.org/#a␠"<>`'{}^ -> https://example.org/#a%20%22%3C%3E%60'{}^
                https://example.org/ü?ü#ü -> https://example.org/%C3%BC?%C3%BC#%C3%BC
                https://example.org/€/😀 -> https://example.org/%E2%82%AC/%F0%9F%98%80
                https://example.org/%zz%4 -> https://example.org/%zz%4
                https://example.org/%41 -> https://example.org/%41
                https:\\\\example.org\\a\\b -> https://example.org/a/b
                https://example.org/a?b\\c -> https://example.org/a?b\\c
                https:example.org/a -> https://example.org/a
                https:/example.org/a -> https://example.org/a
                https:////example.org/a -> https://example.org/a
                https://example.org//a//b -> https://example.org//a//b
                https://example.org/a/./b -> https://example.org/a/b
                https://example.org/a/../b -> https://example.org/b
                https://example.org/a/b/.. -> https://example.org/a/
                https://example.org/a/b/. -> https://example.org/a/b/
                https://example.org/../../a -> https://example.org/a
                https://example.org/a/%2e/b -> https://example.org/a/b
                https://example.org/a/%2E%2e/b -> https://example.org/b
                https://example.org/a/.%2e -> https://example.org/
                https://example.org/a/%2e%2e%2e/b -> https://example.org/a/%2e%2e%2e/b
                https://example.org/a/.../b -> https://example.org/a/.../b
                https://example.org/.well-known/x -> https://example.org/.well-known/x
                https://example.org/a//../b -> https://example.org/a/b
                http://example.org:80/ -> http://example.org/
                https://example.org:443/ -> https://example.org/
                http://example.org:443/ -> http://example.org:443/
                https://example.org:8080 -> https://example.org:8080/
                https://example.org:/ -> https://example.org/
                https://example.org:0/ -> https://example.org:0/
                https://example.org:00080/ -> https://example.org:80/
                https://example.org:65535/ -> https://example.org:65535/
                ftp://example.org:21/a -> ftp://example.org/a
                ws://example.org:80/a -> ws://example.org/a
                wss://example.org:443/a -> wss://example.org/a
                https://user@example.org/ -> https://user@example.org/
                https://user:pass@example.org/ -> https://user:pass@example.org/
                https://user:@example.org/ -> https://user@example.org/
                https://:pass@example.org/ -> https://:pass@example.org/
                https://@example.org/ -> https://example.org/
                https://:@example.org/ -> https://example.org/
                https://a:b:c@example.org/ -> https://a:b%3Ac@example.org/
                https://a@b@example.org/ -> https://a%40b@example.org/
                https://a␠ü:;=[]|@example.org/ -> https://a%20%C3%BC:%3B%3D%5B%5D%7C@example.org/
                https://user:pass@example.org:8080/a?b#c -> https://user:pass@example.org:8080/a?b#c
                mailto:me@example.org -> mailto:me@example.org
                MAILTO:Me@Example.org?subject=a␠b -> mailto:Me@Example.org?subject=a%20b
                tel:+49-30-123 -> tel:+49-30-123
                javascript:alert('␠') -> javascript:alert('␠')
                data:text/html,<p>ü -> data:text/html,<p>%C3%BC
                data:a␠␠?b -> data:a␠%20?b
                data:a␠#b -> data:a%20#b
                about:blank -> about:blank
                a: -> a:
                a:b/../c -> a:b/../c
                a:/b/../c -> a:/c
                a:/.//b -> a:/.//b
                a:/..//b -> a:/.//b
                a:// -> a://
                a:///b -> a:///b
                a://Host/b -> a://Host/b
                a://host -> a://host
                a://host?q -> a://host?q
                a://host\\b -> MALFORMED
                a://ü%41/ -> a://%C3%BC%41/
                a://host:80/ -> a://host:80/
                a://host/?' -> a://host/?'
                file:///a/b -> file:///a/b
                file:/a/b -> file:///a/b
                file:a/b -> file:///a/b
                file:// -> file:///
                file: -> file:///
                file://localhost/a -> file:///a
                file://host/a -> file://host/a
                file:///C:/a/../.. -> file:///C:/
                file:///C|/a -> file:///C:/a
                file:c:\\a\\b -> file:///c:/a/b
                file://C:/a -> file:///C:/a
                file:////a -> file:////a
                file:\\\\host\\a -> file://host/a
                file:?q -> file:///?q
                file:#f -> file:///#f
                C:\\a\\b -> c:\\a\\b
                """);
    }

    @ParameterizedTest
    @MethodSource("absolute")
    void anAbsoluteUrlIsSerialisedAsABrowserDoes(String input, String href) {
        Resolution resolution = WebUrl.parse(input);

        assertThat(resolution instanceof WebUrl url ? url.href() : "MALFORMED").isEqualTo(href);
    }
}
