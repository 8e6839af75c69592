// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import io.github.checklinks.crawl.directory.FileBuffer;
import io.github.checklinks.crawl.directory.LocalRoots;
import io.github.checklinks.crawl.target.TargetResolver;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.extract.reader.PageReader;
import io.github.checklinks.facts.AnchorIndex;
import io.github.checklinks.facts.LinkAttributeNumbers;
import io.github.checklinks.facts.PageResult;
import io.github.checklinks.facts.store.AnchorHash;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.url.MediaType;
import io.github.checklinks.url.PercentCoding;
import io.github.checklinks.url.WebUrl;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads documents on whatever thread it is called, with one set of buffers for each thread that reads at the same time. */
public final class PageReaderPool {

    private final TargetResolver targetResolver;
    private final Predicate<WebUrl> isIndex;
    private final AnchorIndex anchors = new AnchorIndex();
    private final LinkAttributes linkAttributes;
    private final LinkAttributeNumbers placeTable;
    private final boolean keepAll;
    private final boolean keepSkipped;
    private final Deque<Desk> idle = new ArrayDeque<>();

    private volatile @Nullable OutOfMemoryError shortage;
    private volatile boolean ended;

    /** What a thread reads with. */
    private record Desk(PageScanner scan, FileBuffer file) {}

    /**
     * Prepares it.
     *
     * @param isIndex whether an address may be that of an index page, whose body is compared with others
     */
    public PageReaderPool(
            TargetResolver targetResolver,
            Predicate<WebUrl> isIndex,
            LinkAttributes linkAttributes,
            LinkAttributeNumbers placeTable,
            boolean keepAll,
            boolean keepSkipped) {
        this.targetResolver = targetResolver;
        this.isIndex = isIndex;
        this.linkAttributes = linkAttributes;
        this.placeTable = placeTable;
        this.keepAll = keepAll;
        this.keepSkipped = keepSkipped;
    }

    /**
     * Reads files of local roots, one after the other; in the place of one that cannot be read stands what happened. One loop on purpose:
     * a method that is called once a file is compiled well after some thousand files, with all that it calls, and that takes longer than
     * it saves.
     *
     * @param withLinks of each file, whether its links count
     * @param again whether all anchors are known by now
     */
    public ReadFile[] files(int[] files, boolean[] withLinks, boolean again) {
        LocalRoots localRoots = targetResolver.scope().localRoots();
        ReadFile[] read = new ReadFile[files.length];
        for (int i = 0; i < files.length; i++) {
            int file = files[i];
            String path = localRoots.path(file);
            OutOfMemoryError before = shortage;
            if (ended && before != null) {
                read[i] = new ReadFile.Failed(path, before);
                continue;
            }
            try {
                Desk desk = take();
                DocumentType documentType = DocumentType.ofFile(path).orElse(DocumentType.HTML);
                FileBuffer buffer = desk.file();
                int target = targetResolver.numberOfFile(file);
                try (InputStream in = localRoots.open(file)) {
                    buffer.read(in);
                } catch (IOException failed) {
                    read[i] = new ReadFile.Unread(file, target, withLinks[i], failed);
                    buffer.release();
                    giveBack(desk);
                    continue;
                }
                PageResult page = desk.scan()
                        .read(buffer.bytes(), buffer.length(), documentType, null, target, withLinks[i], !again);
                anchors.put(target, page.anchors);
                buffer.release();
                read[i] = new ReadFile.Done(file, target, documentType, withLinks[i], page);
                giveBack(desk);
            } catch (OutOfMemoryError failure) {
                shortage = failure;
                read[i] = new ReadFile.Failed(path, failure);
            } catch (Throwable failure) {
                // The desk is not given back: nobody knows in what state it was left.
                read[i] = new ReadFile.Failed(path, failure);
            }
        }
        return read;
    }

    /** Reads an answer, if it is in a language that is read. */
    public ReadAnswer answer(int target, WebUrl url, Response response, boolean withLinks) {
        if (!(response instanceof Response.Answer answer) || !answer.isSuccess()) {
            return ReadAnswer.unread(response);
        }
        if (BotWall.answered(answer, withLinks)) {
            return ReadAnswer.unread(answer.readAsChallenge());
        }
        DocumentType documentType = language(answer, url);
        if (documentType == null) {
            return ReadAnswer.unread(answer.read());
        }
        Desk desk = take();
        byte[] body = answer.body();
        String charset = charset(answer.contentType());
        PageResult page = desk.scan().read(body, body.length, documentType, charset, target, withLinks, false);
        giveBack(desk);
        if (!answer.cut()) {
            anchors.put(target, page.anchors);
        }
        long hash = isIndex.test(url) ? AnchorHash.of(body, 0, body.length) : 0;
        return new ReadAnswer(answer.read(), documentType, page, hash);
    }

    /** The language of an answer by its type, or by its body when it has none; null when no links are looked for in it. */
    private static @Nullable DocumentType language(Response.Answer answer, WebUrl url) {
        String path = PercentCoding.decode(url.path());
        String type = answer.contentType();
        boolean unknown = MediaType.isUnknown(MediaType.ofHeader(type));
        return (unknown ? DocumentType.ofUntyped(answer.body(), path) : DocumentType.ofAnswer(type, path)).orElse(null);
    }

    /** Whether the body of an answer that came without it may be a document of one of the types that are of use. */
    public static boolean mayBeRead(Response.Answer answer, WebUrl url, Predicate<DocumentType> isOfUse) {
        if (MediaType.isUnknown(MediaType.ofHeader(answer.contentType()))) {
            return true;
        }
        DocumentType documentType = language(answer, url);
        return documentType != null && isOfUse.test(documentType);
    }

    private static @Nullable String charset(@Nullable String contentType) {
        MediaType type = MediaType.ofHeader(contentType);
        return type == null ? null : type.charset();
    }

    /** Reads nothing more, because there is too little memory, and lets go of what it holds. */
    public void end(OutOfMemoryError failure) {
        shortage = failure;
        ended = true;
        forget();
    }

    /** The last lack of memory that was met, after which other failures may be its consequences; null when there was none. */
    @Nullable
    public OutOfMemoryError shortage() {
        return shortage;
    }

    /** Forgets what it remembers of links, because how their targets stand has changed. Nothing must be read meanwhile. */
    public void forget() {
        synchronized (idle) {
            idle.clear();
        }
    }

    private Desk take() {
        synchronized (idle) {
            Desk desk = idle.poll();
            if (desk != null) {
                return desk;
            }
        }
        PageReader reader = new PageReader(linkAttributes);
        return new Desk(
                new PageScanner(targetResolver, reader, placeTable, anchors, keepAll, keepSkipped), new FileBuffer());
    }

    private void giveBack(Desk desk) {
        synchronized (idle) {
            idle.push(desk);
        }
    }
}
