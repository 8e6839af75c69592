// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.css;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.extract.RecordedLinks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CssExtractorTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "p { background: url(a.png) } | a.png",
                "p { background: URL( \"a.png\" ) } | a.png",
                "p { background: url('a.png') no-repeat, url(b.png) } | a.png b.png",
                "p { background: url(a\\)b.png) } | a)b.png",
                "p { background: url(\"a\\\"b.png\") } | a\"b.png",
                "p { background: url(\\61 b.png) } | ab.png",
                "p { background: url(\\000061b.png) } | ab.png",
                "p { background: url(a/*b*/.png) } | a/*b*/.png",
                "@import \"a.css\"; | a.css",
                "@IMPORT 'a.css' screen; | a.css",
                "@import url(a.css) print; | a.css",
                "@import/**/ url( 'a.css' ); | a.css",
                "@import url(a.css) layer(x) supports(background: url(no.png)) print; p{background:url(b)} | a.css b",
                "@import \"a.css\" supports(not (content: url('no'))); p{background:url(b)} | a.css b",
                "@import url(a.css)/*;*/ ; @import 'b.css' | a.css b.css",
                "@supports (background: url(no.png)) { p { background: url(a.png) } } | a.png",
                "@SUPPORTS not ((a: url(\"no;{\")) or (b: image-set('no' 1x))) { p { background: url(a.png) } } | a.png",
                "@supports selector(a > b) and (c: url( no{;} )){p{background:url(a.png)}}q{background:url(b)} | a.png b",
                "@supports (a: url(no)) /* { url(no) */ { @media print { p { background: url(a.png) } } } | a.png",
                "@container style(--x: url(no)) { p { background: url(a.png) } } | a.png",
                "@media print { p { background: url(a.png) } } | a.png",
                "@import \"a.css\"; p { background: url(b.png) } | a.css b.png",
                "p { background: image-set(\"a.png\" 1x, \"b.png\" 2x) } | a.png b.png",
                "p { background: -webkit-image-set(url(a.png) 1x) } | a.png",
                "p { background: image-set( \"a.png\" type(\"image/png\"), 'b.png' ) } | a.png b.png",
                "p { background: image-set(linear-gradient(red, blue) 1x, 'a.png' 2x) } | a.png",
                "p:after { content: \"x\" url(a.png) \"y\" } | a.png",
                "@font-face { src: local(\"x\"), url(a.woff2) format(\"woff2\") } | a.woff2",
                "p{background:url(a.png | a.png",
                "p{background:url('a.png | a.png",
                "<!-- p{background:url(a.png)} --> | a.png",
                "p { x: fn(url(a.png)) } | a.png",
                "p { --x:url(a.png) } | a.png",
                "p { x: image-set('a' 1x; } q { y: image-set('b') 'no' } | a b",
            })
    void urlsAreFound(String css, String urls) {
        List<String> expected =
                List.of(urls.split(" ")).stream().map(url -> "css " + url).toList();

        assertThat(RecordedLinks.of(css, DocumentType.CSS).links).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/* url(a) @import 'b'; */",
                "/* url(a)",
                "p { content: \"url(a)\" }",
                "p { content: 'a' }",
                "@namespace svg url(http://www.w3.org/2000/svg);",
                "@namespace 'http://www.w3.org/1999/xhtml';",
                "@document url(http://example.org/) { }",
                "p { filter: url(#id) }",
                "p { filter: url('#id') }",
                "p { background: url(data:image/png;base64,AA==) }",
                "p { background: url(DATA:x) }",
                "p { background: url() }",
                "p { background: url( '' ) }",
                "p { background: url(a b) }",
                "p { background: url(a\"b) }",
                "p { background: url(a(b) }",
                "p { background: url(\"a\nb\") }",
                "p { background: myurl(a) }",
                "p { background: url (a) }",
                "@imported 'a';",
                "@import",
                "@",
                "url(",
                "\\",
                "p { background: ur\\6c(a\\",
            })
    void otherTextIsNone(String css) {
        assertThat(RecordedLinks.of(css, DocumentType.CSS).links).isEmpty();
    }

    @Test
    void aLinkIsReportedAtItsToken() {
        RecordedLinks links = RecordedLinks.of(
                "@import 'a';\n@import url(b);\np { x: image-set('c' 1x) url( 'd' ) }", DocumentType.CSS);

        assertThat(links.offsets).containsExactly(0, 21, 46, 54);
    }

    @Test
    void escapedLineEndsVanishFromStrings() {
        assertThat(RecordedLinks.of("@import 'a\\\nb\\\r\nc';@import 'd\\", DocumentType.CSS).links)
                .containsExactly("css abc", "css d");
    }

    @Test
    void escapesMayNameEveryCharacter() {
        assertThat(RecordedLinks.of("@import '\\1F600 \\0 \\D800 \\110000 x';", DocumentType.CSS).links)
                .containsExactly("css \uD83D\uDE00\uFFFD\uFFFD\uFFFDx");
    }

    @Test
    void aStyleAttributeIsReadAfterItsReferences() {
        assertThat(RecordedLinks.html("<p style=\"a:url(&quot;b&amp;c&quot;)\" title='url(no)'>").links)
                .containsExactly("p@style b&c");
    }
}
