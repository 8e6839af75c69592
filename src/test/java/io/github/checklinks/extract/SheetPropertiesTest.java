// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that exactly the links are found in style sheets and sitemaps generated from links and from text that only resembles them. */
class SheetPropertiesTest {

    /** A part of a document and the link in it, if any; %s is its number. */
    private record Part(String text, String link) {}

    private static final List<Part> CSS = List.of(
            new Part("p{background:url(a%s.png)}", "a%s.png"),
            new Part("p{background:URL( \"b%s.png\" )}", "b%s.png"),
            new Part("@import 'c%s.css' screen;", "c%s.css"),
            new Part("@import url(d%s.css);", "d%s.css"),
            new Part("p{x:image-set('e%s.png' 1x)}", "e%s.png"),
            new Part("p{x:url(f\\)%s)}", "f)%s"),
            new Part("@media print{p{x:url('g\\0000e4 %s')}}", "g\u00e4%s"),
            new Part("/* url(no) @import 'no'; */", ""),
            new Part("p{content:\"url(no) \\\" url(no) /* \"}", ""),
            new Part("p{x:curl(no);y:url (no)}", ""),
            new Part("@namespace url(no);", ""),
            new Part("p{x:url(data:no);y:url(#no);z:url()}", ""),
            new Part("p{fill:url( '#no' )}<!-- -->", ""),
            new Part("\\75rl(no) ", ""));

    private static final List<Part> XML = List.of(
            new Part("<url><loc>https://a.b/%s</loc></url>", "https://a.b/%s"),
            new Part("<url><loc>\n https://a.b/?x=%s&amp;y=1 </loc></url>", "https://a.b/?x=%s&y=1"),
            new Part("<url><loc><![CDATA[https://a.b/<%s>&]]></loc></url>", "https://a.b/<%s>&"),
            new Part("<url><loc>https://a.b/<!-- no -->c%s</loc></url>", "https://a.b/c%s"),
            new Part("<image:image><image:loc>https://a.b/%s.png</image:loc></image:image>", "https://a.b/%s.png"),
            new Part("<!-- <loc>no</loc> -->", ""),
            new Part("<?x <loc>no</loc> ?>", ""),
            new Part("<lastmod>no</lastmod><loc/><loc></loc><loc> </loc>", ""));

    private static final Samples<List<Integer>> NUMBERS = Samples.lists(random -> random.nextInt(1001), 30);

    @Test
    void exactlyTheLinksOfAStyleSheetAreFound() {
        NUMBERS.check(1000, numbers -> {
            List<String> links = new ArrayList<>();
            String sheet = document(CSS, numbers, links);

            assertThat(RecordedLinks.of(sheet, DocumentType.CSS).links)
                    .as(sheet)
                    .isEqualTo(links.stream().map(link -> "css " + link).toList());
        });
    }

    @Test
    void exactlyTheLinksOfASitemapAreFound() {
        NUMBERS.check(1000, numbers -> {
            List<String> links = new ArrayList<>();
            String sitemap = "<?xml version='1.0'?>\n<urlset>" + document(XML, numbers, links) + "</urlset>";

            assertThat(RecordedLinks.of(sitemap, DocumentType.XML).links.stream()
                            .map(link -> link.replaceFirst("^(image:)?loc ", ""))
                            .toList())
                    .as(sitemap)
                    .isEqualTo(links);
        });
    }

    private static String document(List<Part> parts, List<Integer> numbers, List<String> links) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            Part part = parts.get(numbers.get(i) % parts.size());
            text.append(part.text().replace("%s", String.valueOf(i))).append('\n');
            if (!part.link().isEmpty()) {
                links.add(part.link().replace("%s", String.valueOf(i)));
            }
        }
        return text.toString();
    }
}
