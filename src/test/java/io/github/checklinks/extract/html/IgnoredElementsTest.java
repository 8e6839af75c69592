// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.extract.RecordedLinks;
import io.github.checklinks.extract.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoredElementsTest {

    @Test
    void anElementMutesItselfAndWhatItHolds() {
        RecordedLinks links = RecordedLinks.html(
                "<a href=a><div data-check-links=ignore><p><a href=b></a></div><a href=c><a href=d data-proofer-ignore><a href=e>");

        assertThat(links.links).containsExactly("a@href a", "a@href b", "a@href c", "a@href d", "a@href e");
        assertThat(links.mutedTexts).containsExactly("b", "d");
    }

    @Test
    void onlyTheValueIgnoreMutes() {
        assertThat(RecordedLinks.html(
                                "<p data-check-links><a href=a></p><p data-check-links=no><a href=b></p><p data-check-links=IGNORE><a href=c>")
                        .mutedTexts)
                .containsExactly("c");
    }

    @Test
    void anchorsAreNotMuted() {
        assertThat(RecordedLinks.html("<p data-proofer-ignore=x id=a><a name=b></p>").anchors)
                .containsExactly("a", "b");
    }

    @Test
    void aVoidElementMutesOnlyItself() {
        assertThat(RecordedLinks.html("<img src=a data-proofer-ignore><img src=b>").mutedTexts)
                .containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div M>@<div>@</div>@</div>@",
                "<div M>@<p>@<br>@<img src=u>@</div>@",
                "<ul><li M>@<li>@</ul>@",
                "<ul><li M>@<ul><li>@<li>@</ul>@<li>@</ul>@",
                "<ul><li M><div>@</div><p>@<li>@</ul>@",
                "<ul><li M><section>@<li>@</section>@</ul>@",
                "<ul><li><span M>@<b>@<li>@</ul>@",
                "<ul><li><p M>@<li>@</ul>@",
                "<dl><dt M>@<dd>@<dt>@</dl>@",
                "<p M>@<b>@</b>@<p>@",
                "<p M>@<span>@<div>@</div>@",
                "<p M>@<table><tr><td>@</table>@<ul>@</ul>",
                "<div><p M>@</div>@",
                "<div><p M>@<span>@</div>@",
                "<section><div M>@</section>@",
                "<p><span M>@</p>@",
                "<p><span M>@<b>@</p>@",
                "<div M>@</span>@</p>@</b>@</div>@",
                "<table><tr><td M>@<td>@</table>@",
                "<table><tr M><td>@<td>@<tr><td>@</table>@",
                "<table><tbody M><tr><td>@<tr><td>@<tbody><tr><td>@</table>@",
                "<table M><tr><td>@<tr><td>@</table>@",
                "<table><tr><td><div M>@<td>@</table>@",
                "<table><tr><td M>@<table><tr><td>@<td>@</table>@<td>@</table>@",
                "<select><option M>x<option>y</select>@",
                "<h1 M>@</h1>@",
                "<a M>x</a>@",
                "<a M>x@",
                "<button M>@<button>@",
                "<b M>@</b>@",
                "<p>@<b M>@</b>@</p>@",
                "<svg M><g/><a href=v /></svg>@",
                "<svg><g M><a href=v /><g/></g><a href=w /></svg>@",
                "<svg><g M /><a href=w /></svg>@",
                "<div M><svg><g/></svg>@</div>@",
                "<div M><script>'</div>'</script>@<!-- </div> -->@</div>@",
                "<div M><textarea></div></textarea>@</div>@",
                "<div M><template>@</div>@</template>@</div>@",
                "<body M>@</body>@</html>@",
                "<html M>@",
                "<nav M><ul><li>@<li>@</ul></nav><main>@</main>",
                "<div M>@<input><hr>@<wbr></div>@",
                "<div M>@</div>@<div M>@</div>@",
                "<div M><div M>@</div>@</div>@",
                "<ruby><rt M>@<rp>@</ruby>@",
                "<div M>@</nosuch>@<nosuch>@</nosuch>@</div>@",
                "<details M><summary>@</summary>@</details>@",
                "<iframe M src=u></iframe>@",
                "<style M>p { x: url(u) }</style>@",
            })
    void mutingEndsWhereTheTreesElementEnds(String form) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>");
        int number = 0;
        for (char c : form.replace(" M", " data-proofer-ignore").toCharArray()) {
            page.append(c == '@' ? "<img src=" + number++ + ">" : String.valueOf(c));
        }

        RecordedLinks tree = RecordedLinks.html(page.toString(), Trees.STANDARD);

        assertThat(tree.links).isNotEmpty();
        assertThat(RecordedLinks.html(page.toString()).mutedTexts).isEqualTo(tree.mutedTexts);
    }

    @Test
    void aStyleElementIsMutedWithItsText() {
        assertThat(RecordedLinks.html("<style data-proofer-ignore>p { x: url(u) }</style>").mutedTexts)
                .containsExactly("u");
    }

    @Test
    void aMutedFrameMutesItsDocument() {
        assertThat(RecordedLinks.html("<iframe data-proofer-ignore srcdoc='<a href=x>'>").mutedTexts)
                .containsExactly("x");
    }
}
