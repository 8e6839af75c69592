// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.url.MediaType;
import io.github.checklinks.url.PercentCoding;
import io.github.checklinks.url.WebUrl;
import java.util.BitSet;

/** The addresses that answered with something else than the page they seem to be. */
public final class UnreadAnswers {

    /** Most of them that are named. */
    private static final int MOST_NOTES = 10;

    private final CrawlStarts crawlStarts;
    private final BitSet walls = new BitSet();
    private int named;

    UnreadAnswers(CrawlStarts crawlStarts) {
        this.crawlStarts = crawlStarts;
    }

    /** Whether a bot wall answered in place of a target, so that nothing is known of its anchors. */
    public boolean isBehindWall(int target) {
        return walls.get(target);
    }

    /** Notes an answer whose body was wanted and has no links or anchors. */
    public void note(int target, boolean readsLinks, WebUrl url, Response.Answer answer, boolean isStart) {
        boolean wall = answer.challenge();
        walls.set(target, wall);
        boolean page = wall || isStart || seemsPage(PercentCoding.decode(url.path()));
        if (readsLinks && answer.isSuccess() && page && named++ < MOST_NOTES) {
            String why = wall
                    ? " answered with the challenge of a bot wall instead of the page, so its links were not read:"
                            + " let this check pass the wall"
                    : " seems to be a page, but its links were not read, because " + said(answer)
                            + ": have the server send it as text/html";
            crawlStarts.addNote(url.redacted() + why);
        }
    }

    private static boolean seemsPage(String path) {
        return path.endsWith("/")
                || DocumentType.ofFile(path).filter(DocumentType::isPage).isPresent();
    }

    /** What the server says of the type of an answer. */
    private static String said(Response.Answer answer) {
        MediaType type = MediaType.ofHeader(answer.contentType());
        return type == null ? "it has no Content-Type" : "its Content-Type is " + type.essence();
    }
}
