// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import io.github.checklinks.crawl.directory.FileBuffer;
import io.github.checklinks.crawl.directory.LocalRoots;
import io.github.checklinks.crawl.target.TargetResolver;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.extract.reader.PageReader;
import io.github.checklinks.facts.FactsBuilder;
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

/**
 * A pool of page readers. Documents are read on the calling thread, with one set of buffers per concurrent reader.
 * Thread-safe.
 */
public final class PageReaderPool {

    private final TargetResolver targetResolver;
    private final Predicate<WebUrl> isIndex;
    private final FactsBuilder.Shared shared;
    private final LinkAttributes linkAttributes;
    private final boolean keepAll;
    private final Deque<Buffers> idle = new ArrayDeque<>();

    private volatile @Nullable OutOfMemoryError shortage;
    private volatile boolean ended;

    /** The buffers of one reader. */
    private record Buffers(PageScanner scanner, FileBuffer file) {}

    /**
     * Creates a pool.
     *
     * @param isIndex whether a URL may be that of an index page, whose body is compared with others
     * @param shared the tables of the facts to which the readers add what they find
     * @param keepAll whether sound links are stored, too
     */
    public PageReaderPool(
            TargetResolver targetResolver,
            Predicate<WebUrl> isIndex,
            LinkAttributes linkAttributes,
            FactsBuilder.Shared shared,
            boolean keepAll) {
        this.targetResolver = targetResolver;
        this.isIndex = isIndex;
        this.linkAttributes = linkAttributes;
        this.shared = shared;
        this.keepAll = keepAll;
    }

    /**
     * Reads files of local roots in the given order. A file that cannot be read has its failure in its place in the
     * result.
     *
     * <p>Do not extract the body of the loop: a once-per-file method reaches C2 only after thousands of files, and
     * compiling it with all its callees then costs more than it saves. As a loop, it is compiled early by on-stack
     * replacement (OSR).
     *
     * @param withLinks for each file, whether its links count
     * @param again whether all anchors are known, so that no link to an anchor has to be deferred
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
                Buffers buffers = take();
                DocumentType documentType = DocumentType.ofFile(path).orElse(DocumentType.HTML);
                FileBuffer buffer = buffers.file();
                int target = targetResolver.numberOfFile(file);
                try (InputStream in = localRoots.open(file)) {
                    buffer.read(in);
                } catch (IOException failed) {
                    read[i] = new ReadFile.Unread(file, target, withLinks[i], failed);
                    buffer.release();
                    giveBack(buffers);
                    continue;
                }
                PageResult page = buffers.scanner()
                        .read(buffer.bytes(), buffer.length(), documentType, null, target, withLinks[i], !again);
                shared.anchors().put(target, page.anchors);
                buffer.release();
                read[i] = new ReadFile.Done(file, target, documentType, withLinks[i], page);
                giveBack(buffers);
            } catch (OutOfMemoryError failure) {
                shortage = failure;
                read[i] = new ReadFile.Failed(path, failure);
            } catch (Throwable failure) {
                // The buffers are not returned to the pool, since their state is unknown.
                read[i] = new ReadFile.Failed(path, failure);
            }
        }
        return read;
    }

    /** Reads the body of a response, if it is a document of a type in which links or anchors are searched. */
    public ReadAnswer answer(int target, WebUrl url, Response response, boolean withLinks) {
        if (!(response instanceof Response.Answer answer) || !answer.isSuccess()) {
            return ReadAnswer.unread(response);
        }
        if (BotWall.answered(answer, withLinks)) {
            return ReadAnswer.unread(answer.withoutBodyAsChallenge());
        }
        DocumentType documentType = documentType(answer, url);
        if (documentType == null) {
            return ReadAnswer.unread(answer.withoutBody());
        }
        Buffers buffers = take();
        byte[] body = answer.body();
        String charset = charset(answer.contentType());
        PageResult page = buffers.scanner().read(body, body.length, documentType, charset, target, withLinks, false);
        giveBack(buffers);
        if (!answer.cut()) {
            shared.anchors().put(target, page.anchors);
        }
        long hash = isIndex.test(url) ? AnchorHash.of(body, 0, body.length) : 0;
        return new ReadAnswer(answer.withoutBody(), documentType, page, hash);
    }

    /**
     * Returns the document type by the Content-Type, or by the body if that is missing or unknown; null if it is not a
     * type that is read.
     */
    private static @Nullable DocumentType documentType(Response.Answer answer, WebUrl url) {
        String path = PercentCoding.decode(url.path());
        String type = answer.contentType();
        boolean unknown = MediaType.isUnknown(MediaType.ofHeader(type));
        return (unknown ? DocumentType.ofUntyped(answer.body(), path) : DocumentType.ofAnswer(type, path)).orElse(null);
    }

    /**
     * Returns whether the body of a response, which was received without it, may be a document of a type that is of
     * use.
     */
    public static boolean mayBeRead(Response.Answer answer, WebUrl url, Predicate<DocumentType> isOfUse) {
        if (MediaType.isUnknown(MediaType.ofHeader(answer.contentType()))) {
            return true;
        }
        DocumentType documentType = documentType(answer, url);
        return documentType != null && isOfUse.test(documentType);
    }

    private static @Nullable String charset(@Nullable String contentType) {
        MediaType type = MediaType.ofHeader(contentType);
        return type == null ? null : type.charset();
    }

    /** Stops reading after memory ran out, and releases all buffers. */
    public void end(OutOfMemoryError failure) {
        shortage = failure;
        ended = true;
        clear();
    }

    /**
     * Returns the last {@link OutOfMemoryError}, after which other failures may be its consequences; null if there was
     * none.
     */
    @Nullable
    public OutOfMemoryError shortage() {
        return shortage;
    }

    /**
     * Discards all cached references, because the state of their targets has changed. Must not be called while
     * documents are read.
     */
    public void clear() {
        synchronized (idle) {
            idle.clear();
        }
    }

    private Buffers take() {
        synchronized (idle) {
            Buffers buffers = idle.poll();
            if (buffers != null) {
                return buffers;
            }
        }
        PageReader reader = new PageReader(linkAttributes);
        return new Buffers(new PageScanner(targetResolver, reader, shared, keepAll), new FileBuffer());
    }

    private void giveBack(Buffers buffers) {
        synchronized (idle) {
            idle.push(buffers);
        }
    }
}
