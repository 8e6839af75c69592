// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.facts.store.IntList;
import io.github.checklinks.facts.store.LongList;
import io.github.checklinks.facts.store.Spool;
import java.io.IOException;

/** The links of each page that wait for a verdict, in the spool. */
final class StoredLinks {

    /** Hardly a link takes more. */
    private static final int USUAL = 256;

    private final LinkAttributeNumbers places;
    private final Spool spool;
    private final LongList at = new LongList();
    private final IntList lengths = new IntList();

    /** For links that are asked for one by one; there may be millions of them. */
    private final LinkCodec.Reader one;

    private final byte[] record = new byte[USUAL];

    StoredLinks(LinkAttributeNumbers places, Spool spool) {
        this.places = places;
        this.spool = spool;
        this.one = new LinkCodec.Reader(places);
    }

    /** Adds the next page with what {@link LinkCodec} wrote of its links. */
    void add(byte[] records) throws IOException {
        lengths.add(records.length);
        at.add(spool.append(records, 0, records.length));
    }

    /** Adds the next page, of which the links are not read. */
    void addUnread() {
        lengths.add(0);
        at.add(-1);
    }

    /** Gives a page whose links are read others instead. */
    void replace(int page, byte[] records) throws IOException {
        if (isRead(page)) {
            at.set(page, spool.append(records, 0, records.length));
            lengths.set(page, records.length);
        }
    }

    boolean isRead(int page) {
        return at.get(page) >= 0;
    }

    boolean hasAny(int page) {
        return lengths.get(page) > 0;
    }

    void forEach(int page, StoredLinkVisitor listener) throws IOException {
        LinkCodec.Reader reader = reader(page);
        while (reader.hasNext()) {
            int position = reader.position();
            listener.accept(reader.next(), position);
        }
    }

    void settle(int page, Facts facts, StoredLinkVisitor others) throws IOException {
        LinkCodec.Reader reader = reader(page);
        while (reader.hasNext()) {
            int position = reader.position();
            int target = reader.skipFound(facts);
            if (target >= 0) {
                facts.setSettled(target);
            } else {
                others.accept(reader.next(), position);
            }
        }
    }

    private LinkCodec.Reader reader(int page) throws IOException {
        int length = lengths.get(page);
        byte[] records = new byte[length];
        spool.read(at.get(page), records, length);
        LinkCodec.Reader reader = new LinkCodec.Reader(places);
        reader.start(records, 0, length);
        return reader;
    }

    StoredLink get(int page, int position) throws IOException {
        long offset = at.get(page) + position;
        one.start(record, 0, spool.read(offset, record, record.length));
        int size = one.sizeOfNext();
        if (size > record.length) {
            byte[] large = new byte[size];
            one.start(large, 0, spool.read(offset, large, size));
        }
        return one.next();
    }
}
