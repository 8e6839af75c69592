// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.checklinks.extract.LinkKind;
import io.github.checklinks.extract.RecordedLinks;
import io.github.checklinks.extract.Trees;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkAttributesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@href",
                "area@href",
                "link@href",
                "img@src",
                "img@srcset",
                "source@src",
                "source@srcset",
                "script@src",
                "iframe@src",
                "frame@src",
                "audio@src",
                "video@src",
                "track@src",
                "embed@src",
                "video@poster",
                "object@data",
                "blockquote@cite",
                "q@cite",
                "ins@cite",
                "del@cite",
                "form@action",
                "button@formaction",
                "input@formaction"
            })
    void theseAttributesHoldLinks(String linkAttribute) {
        String element = linkAttribute.substring(0, linkAttribute.indexOf('@'));
        String attribute = linkAttribute.substring(linkAttribute.indexOf('@') + 1);

        assertThat(RecordedLinks.html("<" + element + " " + attribute + "=u>").links)
                .containsExactly(linkAttribute + " u");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a ping=u>",
                "<area ping=u>",
                "<p itemtype=u itemid=u>",
                "<html xmlns=u prefix=u>",
                "<head profile=u>",
                "<base href=u>",
                "<img longdesc=u lowsrc=u data-src=u>",
                "<body background=u>",
                "<a src=u>",
                "<p href=u>",
                "<html manifest=u>",
                "<object classid=u codebase=u>",
                "<input src=u>",
                "<input type=text src=u>",
                "<meta name=description content=u>",
                "<meta content=u>",
                "<link imagesrcset=u>",
                "<p cite=u>",
                "<rect href=u>"
            })
    void theseAttributesDoNot(String page) {
        assertThat(RecordedLinks.html(page).links).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "rel=stylesheet, LINK",
                "rel='', LINK",
                "x=y, LINK",
                "rel=preconnect, HINT",
                "rel='DNS-Prefetch PreConnect', HINT",
                "rel=' preconnect\t', HINT",
                "rel='preconnect stylesheet', LINK",
                "rel='stylesheet' disabled, LINK",
                "rel=preconnecting, LINK"
            })
    void relIsASetOfTokens(String attributes, LinkKind linkKind) {
        String expected = linkKind == LinkKind.LINK ? "link@href u" : "link@href u (" + linkKind + ")";

        assertThat(RecordedLinks.html("<link href=u " + attributes + ">").links).containsExactly(expected);
    }

    @Test
    void preloadedImagesHaveCandidates() {
        assertThat(RecordedLinks.html(
                                "<link rel='x PRELOAD' as=Image imagesrcset='a 1x, b 2x'><link rel=preload as=font imagesrcset=c>")
                        .links)
                .containsExactly("link@imagesrcset a", "link@imagesrcset b");
    }

    @Test
    void anInputHasASourceWhenItIsAnImage() {
        assertThat(RecordedLinks.html("<input src=u type=IMAGE>").links).containsExactly("input@src u");
    }

    @Test
    void mapsAreNamedNotFetched() {
        assertThat(RecordedLinks.html("<img usemap=#a><input usemap=#b><object usemap=#c>").links)
                .containsExactly("img@usemap #a (MAP)", "input@usemap #b (MAP)", "object@usemap #c (MAP)");
    }

    @Test
    void formsArePostedToAsTheySay() {
        RecordedLinks links = RecordedLinks.html(
                "<form action=a><button formaction=b><button formmethod=POST formaction=c></form>"
                        + "<form method=post action=d><input formaction=e><input formmethod=get formaction=f>"
                        + "<button formaction=g formmethod=dialog><button formaction=h formmethod=odd></form>"
                        + "<form method=dialog action=i><button formaction=j></form><form method=odd action=k></form>"
                        + "<button formaction=l><button form=f formaction=m><button form=f formmethod=get formaction=n>");

        assertThat(links.links)
                .containsExactly(
                        "form@action a",
                        "button@formaction b",
                        "button@formaction c (POST)",
                        "form@action d (POST)",
                        "input@formaction e (POST)",
                        "input@formaction f",
                        "button@formaction h",
                        "form@action k",
                        "button@formaction l",
                        "button@formaction m (POST)",
                        "button@formaction n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "og:url",
                "og:image",
                "og:image:url",
                "og:image:secure_url",
                "og:video",
                "og:video:url",
                "og:video:secure_url",
                "og:audio",
                "og:audio:url",
                "og:audio:secure_url",
                "twitter:image",
                "twitter:image:src",
                "OG:Image"
            })
    void socialMetasHoldUrls(String key) {
        assertThat(RecordedLinks.html("<meta content=u property=" + key + "><meta name=" + key + " content=v>").links)
                .containsExactly("meta@content u", "meta@content v");
    }

    @Test
    void styleAttributesAndElementsHoldUrls() {
        assertThat(RecordedLinks.html(
                                "<style>p { background: url(a) }</style><p style='background: url(&quot;b&quot;)'>")
                        .all)
                .containsExactly("0 style a", "39 p@style b");
    }

    @Test
    void usersAddLinkAttributes() {
        LinkAttributes linkAttributes = LinkAttributes.of(
                List.of("img@data-src", " Body@Background", "img@data-srcset", "*@data-url", "g@data-x"), List.of());

        assertThat(RecordedLinks.html(
                                "<body background=a><img data-src=b data-srcset='c 1x,d'><p data-url=e><svg><g data-x=f></svg><i data-src=no>",
                                linkAttributes)
                        .links)
                .containsExactly(
                        "body@background a",
                        "img@data-src b",
                        "img@data-srcset c",
                        "img@data-srcset d",
                        "p@data-url e",
                        "g@data-x f");
    }

    @Test
    void aBaseCountsThoughUsersAddItAsALinkAttribute() {
        RecordedLinks links =
                RecordedLinks.html("<base href=b/><a href=x>", LinkAttributes.of(List.of("*@href"), List.of()));

        assertThat(links.bases).containsExactly("b/");
        assertThat(links.links).containsExactly("base@href b/", "a@href x");
    }

    @Test
    void anEmptyNameThatUsersAddAsALinkAttributeIsALink() {
        RecordedLinks links =
                RecordedLinks.html("<p id><a name=''>", LinkAttributes.of(List.of("p@id", "a@name"), List.of()));

        assertThat(links.anchors).isEmpty();
        assertThat(links.links).containsExactly("p@id ", "a@name ");
    }

    @Test
    void usersRemoveLinkAttributes() {
        LinkAttributes linkAttributes =
                LinkAttributes.of(List.of("!img@srcset", "!A@href", "!*@style", "!use@href"), List.of());

        assertThat(RecordedLinks.html(
                                "<a href=no><img src=a srcset=no><p style='x:url(no)'><svg><use href=no /><a href=no></a></svg>",
                                linkAttributes)
                        .links)
                .containsExactly("img@src a");
    }

    @Test
    void aRemovedLinkAttributeCanBeAddedAgain() {
        assertThat(RecordedLinks.html("<a href=x>", LinkAttributes.of(List.of("!a@href", "a@href"), List.of())).links)
                .containsExactly("a@href x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "img", "@src", "img@", "img data-src", "<img@src>", "img@data src", "!", "a@href@b"})
    void whatIsNoLinkAttributeIsRejected(String item) {
        assertThatThrownBy(() -> LinkAttributes.of(List.of(item), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("attributes: \"" + item + "\"")
                .hasMessageContaining("img@data-src");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@ping", "div@itemtype", "html@xmlns:og", "base@href", "HEAD@profile"})
    void whatIsNoUrlIsRejected(String item) {
        assertThatThrownBy(() -> LinkAttributes.of(List.of(item), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("attributes: \"" + item + "\"")
                .hasMessageContaining("cannot be checked");
    }

    @Test
    void whatIsNoSelectorIsRejected() {
        assertThatThrownBy(() -> LinkAttributes.of(List.of(), List.of("nav", "div[")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("excludeSelectors: \"div[\"");
    }

    @Test
    void whatASelectorMatchesIsMuted() {
        LinkAttributes linkAttributes = LinkAttributes.of(List.of(), List.of("nav.side", "#x a"));
        RecordedLinks links = RecordedLinks.html(
                "<nav class='side'><a href=a id=i></nav><p id=x><a href=b></p><a href=c>", linkAttributes);

        assertThat(links.links).containsExactly("a@href a", "a@href b", "a@href c");
        assertThat(links.mutedTexts).containsExactly("a", "b");
        assertThat(links.anchors).containsExactly("i", "x");
        assertThat(links.offsets).containsExactly(18, 47, 61);
    }

    @Test
    void offsetsInATreeCountBytes() {
        String page = "<p>\u00E4\u20AC\uD83D\uDE00\r\n".repeat(100) + "<a href=x>";

        assertThat(RecordedLinks.html(page, Trees.STANDARD).offsets).isEqualTo(RecordedLinks.html(page).offsets);
    }
}
