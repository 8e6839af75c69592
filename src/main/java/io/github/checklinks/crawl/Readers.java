// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.extract.Language;
import io.github.checklinks.extract.PageReader;
import io.github.checklinks.extract.Places;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.url.PercentCoding;
import io.github.checklinks.url.WebUrl;
import java.io.IOException;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads documents on whatever thread it is called, with one set of buffers for each thread that reads at the same time. */
final class Readers {

    private final Resolving resolving;
    private final Supplier<PageScan> scans;
    private final Deque<PageScan> idle = new ConcurrentLinkedDeque<>();

    Readers(Resolving resolving, Places places, PlaceNumbers placeTable, boolean keepAll, boolean keepSkipped) {
        this.resolving = resolving;
        this.scans = () -> new PageScan(resolving, new PageReader(places), placeTable, keepAll, keepSkipped);
    }

    /** Reads a file of a local root. */
    Arrival file(WebUrl url, int file, Language language, boolean withLinks) throws IOException {
        PageScan scan = take();
        FileBuffer buffer = scan.file();
        buffer.read(resolving.scope().roots().file(file));
        int target = resolving.number(url);
        PageFacts page = scan.read(buffer.bytes(), buffer.length(), language, null, url, target, withLinks);
        buffer.release();
        idle.push(scan);
        return new Arrival.FileRead(file, target, language, withLinks, page);
    }

    /** Reads an answer, if it is in a language that is read. */
    Arrival.Answered answer(Visit visit, WebUrl url, Response response, boolean withLinks) {
        if (!(response instanceof Response.Answer answer) || !isSuccess(answer)) {
            return new Arrival.Answered(visit, response, null, null, 0);
        }
        Language language = language(answer, url);
        if (language == null) {
            return new Arrival.Answered(visit, answer.read(), null, null, 0);
        }
        PageScan scan = take();
        byte[] body = answer.body();
        String charset = charset(answer.contentType());
        PageFacts page = scan.read(body, body.length, language, charset, url, visit.target, withLinks);
        idle.push(scan);
        long hash = AnchorHash.of(body, 0, body.length);
        return new Arrival.Answered(visit, answer.read(), language, page, hash);
    }

    /** Whether an answer to a request for content is a document; an empty one is a page without links. */
    static boolean isSuccess(@Nullable Response response) {
        return response instanceof Response.Answer answer && answer.status() >= 200 && answer.status() < 300;
    }

    static @Nullable Language language(Response.Answer answer, WebUrl url) {
        return Language.ofAnswer(answer.contentType(), PercentCoding.decode(url.path()))
                .orElse(null);
    }

    /** The charset parameter of a {@code Content-Type}; null when there is none. */
    private static @Nullable String charset(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        int at = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (at < 0) {
            return null;
        }
        String value = contentType.substring(at + "charset=".length());
        int end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).replace("\"", "").strip();
    }

    private PageScan take() {
        PageScan scan = idle.poll();
        return scan == null ? scans.get() : scan;
    }
}
