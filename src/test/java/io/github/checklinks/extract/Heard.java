// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what a reader tells. */
final class Heard implements LinkSink {

    /** {@code element@attribute text}, with the use behind it where it is not {@link Use#LINK}. */
    final List<String> links = new ArrayList<>();

    final List<Integer> offsets = new ArrayList<>();
    final List<String> mutedTexts = new ArrayList<>();
    final List<String> anchors = new ArrayList<>();
    final List<String> maps = new ArrayList<>();
    final List<String> bases = new ArrayList<>();
    /** Everything in one list, with offsets and muting. */
    final List<String> all = new ArrayList<>();

    byte[] text = new byte[0];
    int length = -1;

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
    public void link(Place place, boolean muted, byte[] utf8, int from, int to, int offset) {
        String attribute = place.attribute() == null ? "" : "@" + place.attribute();
        String use = place.use() == Use.LINK ? "" : " (" + place.use() + ")";
        String link = place.element() + attribute + " " + string(utf8, from, to) + use;
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

    /** What an HTML page says, with the standard places. */
    static Heard html(String page) {
        return read(page.getBytes(StandardCharsets.UTF_8), Language.HTML, null, Places.STANDARD);
    }

    static Heard html(String page, Places places) {
        return read(page.getBytes(StandardCharsets.UTF_8), Language.HTML, null, places);
    }

    static Heard of(String document, Language language) {
        return read(document.getBytes(StandardCharsets.UTF_8), language, null, Places.STANDARD);
    }

    static Heard read(byte[] bytes, Language language, @Nullable String charset, Places places) {
        Heard heard = new Heard();
        new PageReader(places).read(bytes, bytes.length, language, charset, heard);
        return heard;
    }
}
