// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.facts.store.IntList;
import io.github.checklinks.facts.store.LongList;
import io.github.checklinks.facts.store.Spool;
import java.io.IOException;

/** The links of each page that need a verdict, encoded in the spool. */
final class StoredLinks {

    /** The size in bytes that hardly any link exceeds. */
    private static final int USUAL_SIZE = 256;

    private final LinkAttributeNumbers attributeNumbers;
    private final Spool spool;
    private final LongList offsets = new LongList();
    private final IntList lengths = new IntList();

    /** Reused for links that are read one by one; there may be millions of them. */
    private final LinkCodec.Reader singleReader;

    private final byte[] record = new byte[USUAL_SIZE];

    StoredLinks(LinkAttributeNumbers attributeNumbers, Spool spool) {
        this.attributeNumbers = attributeNumbers;
        this.spool = spool;
        this.singleReader = new LinkCodec.Reader(attributeNumbers);
    }

    /** Adds the links of the next page, as {@link LinkCodec} encoded them. */
    void add(byte[] records) throws IOException {
        lengths.add(records.length);
        offsets.add(spool.append(records, 0, records.length));
    }

    /** Adds the next page, whose links are not read. */
    void addUnread() {
        lengths.add(0);
        offsets.add(-1);
    }

    /** Replaces the links of a page, if they were read. */
    void replace(int page, byte[] records) throws IOException {
        if (isRead(page)) {
            offsets.set(page, spool.append(records, 0, records.length));
            lengths.set(page, records.length);
        }
    }

    boolean isRead(int page) {
        return offsets.get(page) >= 0;
    }

    boolean hasAny(int page) {
        return lengths.get(page) > 0;
    }

    void forEach(int page, StoredLinkVisitor visitor) throws IOException {
        LinkCodec.Reader reader = reader(page);
        while (reader.hasNext()) {
            int position = reader.position();
            visitor.accept(reader.next(), position);
        }
    }

    void forEachUnsound(int page, SoundLinks soundLinks, StoredLinkVisitor visitor) throws IOException {
        LinkCodec.Reader reader = reader(page);
        while (reader.hasNext()) {
            int position = reader.position();
            int target = reader.skipSound(soundLinks);
            if (target >= 0) {
                visitor.acceptSound(target);
            } else {
                visitor.accept(reader.next(), position);
            }
        }
    }

    private LinkCodec.Reader reader(int page) throws IOException {
        int length = lengths.get(page);
        byte[] records = new byte[length];
        spool.read(offsets.get(page), records, length);
        LinkCodec.Reader reader = new LinkCodec.Reader(attributeNumbers);
        reader.start(records, 0, length);
        return reader;
    }

    StoredLink get(int page, int position) throws IOException {
        long offset = offsets.get(page) + position;
        singleReader.start(record, 0, spool.read(offset, record, record.length));
        int size = singleReader.sizeOfNext();
        if (size > record.length) {
            byte[] large = new byte[size];
            singleReader.start(large, 0, spool.read(offset, large, size));
        }
        return singleReader.next();
    }
}
