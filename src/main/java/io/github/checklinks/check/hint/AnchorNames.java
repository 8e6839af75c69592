// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import io.github.checklinks.crawl.directory.FileBuffer;
import io.github.checklinks.crawl.directory.LocalRoots;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkSink;
import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.extract.reader.PageReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Collects the names of the anchors of a file, for hints. */
final class AnchorNames implements LinkSink {

    private static final int MAX_NAMES = 50_000;

    private static final LinkAttributes NONE = LinkAttributes.none();

    private final List<String> names = new ArrayList<>();

    private AnchorNames() {}

    /**
     * Returns the names of the anchors of a file, given by its number; empty if the file can no longer be read.
     *
     * @param buffer receives the bytes of the file
     */
    static List<String> of(LocalRoots localRoots, int file, FileBuffer buffer) {
        try (InputStream in = localRoots.open(file)) {
            buffer.read(in);
        } catch (IOException vanished) {
            return List.of();
        }
        AnchorNames sink = new AnchorNames();
        DocumentType documentType = DocumentType.ofFile(localRoots.path(file)).orElse(DocumentType.HTML);
        new PageReader(NONE).read(buffer.bytes(), buffer.length(), documentType, null, sink);
        buffer.release();
        return sink.names;
    }

    @Override
    public void start(byte[] text, int length) {
        names.clear();
    }

    @Override
    public void base(byte[] utf8, int from, int to) {}

    @Override
    public void link(LinkAttribute linkAttribute, boolean muted, byte[] utf8, int from, int to, int offset) {}

    @Override
    public void anchor(byte[] utf8, int from, int to) {
        if (names.size() < MAX_NAMES) {
            names.add(new String(utf8, from, to - from, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void map(byte[] utf8, int from, int to) {}
}
