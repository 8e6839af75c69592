// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WebUrlResolveTest {

    static Stream<Arguments> onAPage() {
        return Table.rows("""
                ∅ -> https://u:p@h.org:81/a/b/c.html?q=1
                ␠␊ -> https://u:p@h.org:81/a/b/c.html?q=1
                # -> https://u:p@h.org:81/a/b/c.html?q=1#
                #x -> https://u:p@h.org:81/a/b/c.html?q=1#x
                #ü -> https://u:p@h.org:81/a/b/c.html?q=1#%C3%BC
                #a␠b -> https://u:p@h.org:81/a/b/c.html?q=1#a%20b
                ? -> https://u:p@h.org:81/a/b/c.html?
                ?x -> https://u:p@h.org:81/a/b/c.html?x
                ?x#y -> https://u:p@h.org:81/a/b/c.html?x#y
                ?' -> https://u:p@h.org:81/a/b/c.html?%27
                . -> https://u:p@h.org:81/a/b/
                ./ -> https://u:p@h.org:81/a/b/
                .. -> https://u:p@h.org:81/a/
                ../ -> https://u:p@h.org:81/a/
                ../.. -> https://u:p@h.org:81/
                ../../../.. -> https://u:p@h.org:81/
                ../../../x -> https://u:p@h.org:81/x
                ./../x -> https://u:p@h.org:81/a/x
                .././x -> https://u:p@h.org:81/a/x
                ..#x -> https://u:p@h.org:81/a/#x
                ..?x -> https://u:p@h.org:81/a/?x
                ..//x -> https://u:p@h.org:81/a//x
                .//x -> https://u:p@h.org:81/a/b//x
                ..x -> https://u:p@h.org:81/a/b/..x
                .x -> https://u:p@h.org:81/a/b/.x
                ... -> https://u:p@h.org:81/a/b/...
                ..%2fx -> https://u:p@h.org:81/a/b/..%2fx
                %2e%2E/x -> https://u:p@h.org:81/a/x
                .%2e -> https://u:p@h.org:81/a/
                ..\\x -> https://u:p@h.org:81/a/x
                x -> https://u:p@h.org:81/a/b/x
                x/ -> https://u:p@h.org:81/a/b/x/
                x/y/z.html?q#f -> https://u:p@h.org:81/a/b/x/y/z.html?q#f
                x/../y -> https://u:p@h.org:81/a/b/y
                x/.. -> https://u:p@h.org:81/a/b/
                x/.#f -> https://u:p@h.org:81/a/b/x/#f
                x/./y -> https://u:p@h.org:81/a/b/x/y
                x/..y -> https://u:p@h.org:81/a/b/x/..y
                x␠y -> https://u:p@h.org:81/a/b/x%20y
                x%20y -> https://u:p@h.org:81/a/b/x%20y
                ü -> https://u:p@h.org:81/a/b/%C3%BC
                x\\y -> https://u:p@h.org:81/a/b/x/y
                x:y -> x:y
                1:y -> https://u:p@h.org:81/a/b/1:y
                ./x:y -> https://u:p@h.org:81/a/b/x:y
                x/y:z -> https://u:p@h.org:81/a/b/x/y:z
                x?y:z -> https://u:p@h.org:81/a/b/x?y:z
                x#y:z -> https://u:p@h.org:81/a/b/x#y:z
                x_y:z -> https://u:p@h.org:81/a/b/x_y:z
                ::x -> https://u:p@h.org:81/a/b/::x
                @x -> https://u:p@h.org:81/a/b/@x
                / -> https://u:p@h.org:81/
                /x/../y -> https://u:p@h.org:81/y
                /x/y?z#f -> https://u:p@h.org:81/x/y?z#f
                \\x -> https://u:p@h.org:81/x
                //other.org -> https://other.org/
                //other.org/x -> https://other.org/x
                \\\\other.org\\x -> https://other.org/x
                ///other.org/x -> https://other.org/x
                https:x -> https://u:p@h.org:81/a/b/x
                https:/x -> https://u:p@h.org:81/x
                https:#x -> https://u:p@h.org:81/a/b/c.html?q=1#x
                https:?x -> https://u:p@h.org:81/a/b/c.html?x
                https: -> https://u:p@h.org:81/a/b/c.html?q=1
                https://x -> https://x/
                http:x -> http://x/
                http://x.org/y/../z -> http://x.org/z
                file:x -> file:///x
                data:,x -> data:,x
                """);
    }

    @ParameterizedTest
    @MethodSource("onAPage")
    void aReferenceOnAPageResolvesAsInABrowser(String reference, String href) {
        assertThat(url("https://u:p@h.org:81/a/b/c.html?q=1#f").resolve(reference))
                .isInstanceOfSatisfying(
                        WebUrl.class, url -> assertThat(url.href()).isEqualTo(href));
    }

    static Stream<Arguments> elsewhere() {
        return Table.rows("""
                https://h.org -> x -> https://h.org/x
                https://h.org -> ../x -> https://h.org/x
                https://h.org/a// -> ../x -> https://h.org/a/x
                https://h.org/a/?b/c -> x -> https://h.org/a/x
                https://h.org/a/#b/c -> x -> https://h.org/a/x
                file:///C:/a/b -> ../../../x -> file:///C:/x
                file:///C:/a/b -> /x -> file:///C:/x
                file:///C:/a/b -> /D:/x -> file:///D:/x
                file:///C:/a/b -> D|/x -> file:///D:/x
                file:///C:/a/b -> #f -> file:///C:/a/b#f
                file:///C:/a/b?q -> ?r -> file:///C:/a/b?r
                file:///a/b -> //host/x -> file://host/x
                file://host/a/b -> x -> file://host/a/x
                file://host/a/b -> file:x -> file://host/a/x
                a://h/b/c -> ../x -> a://h/x
                a://h -> x -> a://h/x
                a://h/b -> \\x -> a://h/\\x
                a://h/b -> //i -> a://i
                a:/b/c -> ../x -> a:/x
                a:/.//b -> ?q -> a:/.//b?q
                a:/.//b -> #f -> a:/.//b#f
                a:/.//b -> x -> a:/.//x
                a:/.//b -> ../x -> a:/x
                a:b -> #f -> a:b#f
                mailto:a@b.org?c -> #f -> mailto:a@b.org?c#f
                """);
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void aReferenceResolvesOnAnyBase(String base, String reference, String href) {
        assertThat(url(base).resolve(reference))
                .isInstanceOfSatisfying(
                        WebUrl.class, url -> assertThat(url.href()).isEqualTo(href));
    }

    @Test
    void aUrlWithoutFragmentResolvesTheEmptyReferenceToItself() {
        WebUrl url = url("https://h.org/a");

        assertThat(url.resolve("")).isSameAs(url);
    }

    private static WebUrl url(String text) {
        return (WebUrl) WebUrl.parse(text);
    }
}
