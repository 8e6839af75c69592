// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.extract.reader.PageReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sink that records everything it receives. */
public final class RecordedLinks implements LinkSink {

    /** {@code element@attribute text}, followed by the kind if it is not {@link LinkKind#LINK}. */
    public final List<String> links = new ArrayList<>();

    public final List<Integer> offsets = new ArrayList<>();
    public final List<String> mutedTexts = new ArrayList<>();
    public final List<String> anchors = new ArrayList<>();
    public final List<String> maps = new ArrayList<>();
    public final List<String> bases = new ArrayList<>();
    /** Everything in one list, with offsets and whether a link is muted. */
    public final List<String> all = new ArrayList<>();

    public byte[] text = new byte[0];
    public int length = -1;

    @Override
    public void start(byte[] utf8, int count) {
        text = utf8;
        length = count;
        List.of(links, mutedTexts, anchors, maps, bases, all).forEach(List::clear);
        offsets.clear();
    }

    @Override
    public void base(byte[] utf8, int from, int to) {
        bases.add(string(utf8, from, to));
        all.add("base " + string(utf8, from, to));
    }

    @Override
    public void openBase(byte[] utf8, int from, int to) {
        all.add("open base " + string(utf8, from, to));
    }

    @Override
    public void closeBase() {
        all.add("close base");
    }

    @Override
    public void link(LinkAttribute linkAttribute, boolean muted, byte[] utf8, int from, int to, int offset) {
        String attribute = linkAttribute.attribute() == null ? "" : "@" + linkAttribute.attribute();
        String kind = linkAttribute.linkKind() == LinkKind.LINK ? "" : " (" + linkAttribute.linkKind() + ")";
        String link = linkAttribute.element() + attribute + " " + string(utf8, from, to) + kind;
        links.add(link);
        offsets.add(offset);
        if (muted) {
            mutedTexts.add(string(utf8, from, to));
        }
        all.add(offset + " " + link + (muted ? " muted" : ""));
    }

    @Override
    public void anchor(byte[] utf8, int from, int to) {
        anchors.add(string(utf8, from, to));
        all.add("anchor " + string(utf8, from, to));
    }

    @Override
    public void map(byte[] utf8, int from, int to) {
        maps.add(string(utf8, from, to));
        all.add("map " + string(utf8, from, to));
    }

    private static String string(byte[] utf8, int from, int to) {
        return new String(utf8, from, to - from, StandardCharsets.UTF_8);
    }

    /** Reads an HTML page with the standard link attributes. */
    public static RecordedLinks html(String page) {
        return read(page.getBytes(StandardCharsets.UTF_8), DocumentType.HTML, null, LinkAttributes.STANDARD);
    }

    public static RecordedLinks html(String page, LinkAttributes linkAttributes) {
        return read(page.getBytes(StandardCharsets.UTF_8), DocumentType.HTML, null, linkAttributes);
    }

    public static RecordedLinks of(String document, DocumentType documentType) {
        return read(document.getBytes(StandardCharsets.UTF_8), documentType, null, LinkAttributes.STANDARD);
    }

    public static RecordedLinks read(
            byte[] bytes, DocumentType documentType, @Nullable String charset, LinkAttributes linkAttributes) {
        RecordedLinks links = new RecordedLinks();
        new PageReader(linkAttributes).read(bytes, bytes.length, documentType, charset, links);
        return links;
    }
}
