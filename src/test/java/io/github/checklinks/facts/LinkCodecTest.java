// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkKind;
import io.github.checklinks.model.Position;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkCodecTest {

    private final LinkAttributeNumbers attributeNumbers = new LinkAttributeNumbers();
    private final LinkCodec.Writer writer = new LinkCodec.Writer();

    private StoredLink written(
            LinkAttribute linkAttribute, LinkState linkState, int target, int line, int column, String text) {
        byte[] utf8 = ("##" + text + "##").getBytes(StandardCharsets.UTF_8);
        writer.write(
                attributeNumbers.number(linkAttribute),
                linkState.ordinal(),
                target,
                line,
                column,
                utf8,
                2,
                utf8.length - 4);
        return new StoredLink(linkAttribute, linkState, target, new Position(line, column), text);
    }

    @Test
    void linksAreDecodedAsTheyWereEncoded() {
        LinkAttribute a = new LinkAttribute("a", "href", LinkKind.LINK);
        LinkAttribute css = new LinkAttribute("css", null, LinkKind.LINK);
        List<StoredLink> expected = List.of(
                written(a, LinkState.ORDINARY, 0, 1, 1, ""),
                written(css, LinkState.MALFORMED, -1, 127, 128, "päge \uD83D\uDE00.html#x"),
                written(a, LinkState.OUTSIDE, Integer.MAX_VALUE - 1, Integer.MAX_VALUE, 16_384, "x".repeat(70_000)),
                written(a, LinkState.IGNORED, 5, 2, 3, "last"));
        byte[] bytes = writer.toBytes();
        LinkCodec.Reader reader = new LinkCodec.Reader(attributeNumbers);
        reader.start(bytes, 0, bytes.length);

        List<StoredLink> links = new ArrayList<>();
        while (reader.hasNext()) {
            int begin = reader.position();
            int size = reader.sizeOfNext();
            assertThat(reader.position()).isEqualTo(begin);
            links.add(reader.next());
            assertThat(reader.position()).isEqualTo(begin + size);
        }

        assertThat(links).isEqualTo(expected);
    }

    @Test
    void theSizeIsKnownFromTheFirstBytes() {
        written(
                new LinkAttribute("a", "href", LinkKind.LINK),
                LinkState.ORDINARY,
                1 << 30,
                1 << 30,
                1 << 30,
                "y".repeat(500));
        byte[] bytes = writer.toBytes();
        LinkCodec.Reader reader = new LinkCodec.Reader(attributeNumbers);
        reader.start(
                java.util.Arrays.copyOf(bytes, LinkCodec.MAX_SIZE_WITHOUT_TEXT), 0, LinkCodec.MAX_SIZE_WITHOUT_TEXT);

        assertThat(reader.sizeOfNext()).isEqualTo(bytes.length);
    }

    @Test
    void clearEmptiesTheBuffer() {
        written(new LinkAttribute("a", "href", LinkKind.LINK), LinkState.ORDINARY, 1, 1, 1, "gone");
        writer.clear();

        assertThat(writer.toBytes()).isEmpty();
    }

    @Test
    void attributesBeyondTheLimitAreReplacedByOne() {
        int last = 0;
        for (int i = 0; i < 5_000; i++) {
            last = attributeNumbers.number(new LinkAttribute("x-" + i, "href", LinkKind.LINK));
        }

        assertThat(last).isZero();
        assertThat(attributeNumbers.attribute(0).element()).isEqualTo("*");
        assertThat(attributeNumbers
                        .attribute(attributeNumbers.number(new LinkAttribute("x-17", "href", LinkKind.LINK)))
                        .element())
                .isEqualTo("x-17");
    }
}
