// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTypeTest {

    @ParameterizedTest
    @CsvSource({
        "index.html, HTML",
        "a/b.HTM, HTML",
        "x.shtml, HTML",
        "x.xhtml, XHTML",
        "x.Css, CSS",
        "sitemap.xml, XML",
        "feed.rss, XML",
        "feed.atom, XML",
        "logo.svg, SVG",
        "site.webmanifest, MANIFEST",
        "manifest.json, MANIFEST",
        "a.b.html, HTML",
        ".html, HTML"
    })
    void aFileHasTheTypeOfItsName(String name, DocumentType documentType) {
        assertThat(DocumentType.ofFile(name)).contains(documentType);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "html",
                "x.txt",
                "x.html.gz",
                "data.json",
                "xmanifest.json",
                "x.html/y",
                "x.",
                "a.xml/README",
                "js.js"
            })
    void otherFilesHaveNoLinks(String name) {
        assertThat(DocumentType.ofFile(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, /x, HTML",
        "Text/HTML; charset=utf-8, /x.txt, HTML",
        "application/xhtml+xml, /, XHTML",
        "text/css;, /, CSS",
        "application/xml, /sitemap, XML",
        "text/xml, /a.svg, SVG",
        "text/xml, /a.xhtml, XHTML",
        "text/xml, /a.html, XML",
        "application/rss+xml, /, XML",
        "application/atom+xml, /, XML",
        "image/svg+xml, /, SVG",
        "application/manifest+json, /, MANIFEST",
        "application/json, /manifest.json, MANIFEST",
        "application/gzip, /sitemap.xml.gz, XML",
        "application/x-gzip, /A.XML.GZ, XML",
        "application/octet-stream, /s.xml.gz, XML"
    })
    void aResponseHasTheTypeOfItsHeader(String type, String path, DocumentType documentType) {
        assertThat(DocumentType.ofAnswer(type, path)).contains(documentType);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, /x.html",
        "application/json, /x.json",
        "'', /x.html",
        "image/png, /x.svg",
        "application/gzip, /x.tar.gz",
        "application/octet-stream, /x.xml",
        "text/htmlx, /x.html"
    })
    void otherResponsesHaveNoLinks(String type, String path) {
        assertThat(DocumentType.ofAnswer(type, path)).isEmpty();
    }

    @Test
    void aResponseWithoutTypeHasNoLinks() {
        assertThat(DocumentType.ofAnswer(null, "/x.html")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "' <!doctype HTML>', /x, HTML",
        "<HTML >, /x, HTML",
        "<!-- x, /x, HTML",
        "'<p>', /x.css, HTML",
        "<?xml version='1.0'?>, /x, XML",
        "<?xml version='1.0'?>, /x.xhtml, XHTML",
        "p {}, /x.css, CSS",
        "{}, /manifest.json, MANIFEST",
    })
    void aResponseWithoutTypeIsRecognizedByItsStart(String body, String path, DocumentType documentType) {
        assertThat(DocumentType.ofUntyped(body.getBytes(UTF_8), path)).contains(documentType);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text <html>", "<html", "<htmlx>", "<p", "<svg>", "\ufeff<html>", "{}"})
    void otherwiseItHasNoLinks(String body) {
        assertThat(DocumentType.ofUntyped(body.getBytes(UTF_8), "/x.html")).isEmpty();
    }

    @Test
    void onlyHtmlIsAPage() {
        assertThat(DocumentType.values())
                .filteredOn(DocumentType::isPage)
                .containsExactly(DocumentType.HTML, DocumentType.XHTML);
    }
}
