// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.extract.RecordedLinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlExtractorTest {

    @Test
    void aSitemapLists() {
        RecordedLinks links = xml("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- <loc>no</loc> -->
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <url><loc>
                  https://example.org/?a=1&amp;b=2 </loc><lastmod>2020-01-01</lastmod>
                  <xhtml:link rel="alternate" hreflang="de" href="https://example.org/de"/>
                  <image:image><image:loc>https://example.org/a.png</image:loc></image:image></url>
                <url><loc><![CDATA[https://example.org/?c&d]]></loc></url><url><loc/></url>
                </urlset>
                """);

        assertThat(links.links)
                .containsExactly(
                        "loc https://example.org/?a=1&b=2",
                        "xhtml:link@href https://example.org/de",
                        "image:loc https://example.org/a.png",
                        "loc https://example.org/?c&d");
        assertThat(new String(links.text, links.offsets.get(0), 5, java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("<loc>");
    }

    @Test
    void aSitemapIndexLists() {
        assertThat(xml("<sitemapindex><sitemap><loc>a.xml</loc></sitemap></sitemapindex>").links)
                .containsExactly("loc a.xml (SITEMAP)");
    }

    @Test
    void anRssFeedLinks() {
        RecordedLinks links = xml("""
                <rss version="2.0"><channel><title>x</title><link>https://example.org/</link><atom:link href='f.xml' rel='self'/>
                <item><link>a</link><guid>b</guid><enclosure length='1' url="c.mp3?x&amp;y"/><description>&lt;a href="no"&gt;</description></item>
                <item><guid isPermaLink="false">no</guid><guid isPermaLink='true'>d</guid><comments>no</comments></item></channel></rss>
                """);

        assertThat(links.links)
                .containsExactly(
                        "link https://example.org/",
                        "atom:link@href f.xml",
                        "link a",
                        "guid b",
                        "enclosure@url c.mp3?x&y",
                        "guid d");
    }

    @Test
    void anAtomFeedLinks() {
        RecordedLinks links =
                xml("<!DOCTYPE feed [<!ENTITY x 'y'>]><feed xml:base='https://example.org/'><link href='a' rel='self'/>"
                        + "<entry><link href = \"b\"></link><id>no</id><content><link/></content></entry></feed>");

        assertThat(links.links).containsExactly("link@href a", "link@href b");
        assertThat(links.bases).containsExactly("https://example.org/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<project><url>no</url><link>no</link><loc>no</loc></project>",
                "",
                "text",
                "<",
                "<urlset",
                "<urlset><loc",
                "<urlset><loc>x",
                "<urlset><loc>x<![CDATA[y",
                "<urlset><!-- <loc>no</loc>",
                "<!DOCTYPE urlset [ <!ENTITY x '<loc>no</loc>'> ",
                "<rss><enclosure url='x",
                "<rss><enclosure url=x/><enclosure url/></rss>",
            })
    void otherTextHasNoLinks(String text) {
        assertThat(xml(text).links).isEmpty();
    }

    @Test
    void entitiesAreNotExpanded() {
        assertThat(xml("<!DOCTYPE urlset [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><urlset><loc>a&x;b</loc></urlset>")
                        .links)
                .containsExactly("loc a&x;b");
    }

    private static RecordedLinks xml(String text) {
        return RecordedLinks.of(text, DocumentType.XML);
    }
}
