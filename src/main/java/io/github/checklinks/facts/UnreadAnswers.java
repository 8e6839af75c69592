// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.url.MediaType;
import io.github.checklinks.url.PercentCoding;
import io.github.checklinks.url.WebUrl;
import java.util.BitSet;

/**
 * The responses that are not the pages they seem to be, such as challenges of a bot wall and pages with a wrong
 * Content-Type.
 */
public final class UnreadAnswers {

    /** The maximum number of such responses in the notes. */
    private static final int MAX_NOTES = 10;

    private final CrawlStarts crawlStarts;
    private final BitSet walls = new BitSet();
    private int named;

    UnreadAnswers(CrawlStarts crawlStarts) {
        this.crawlStarts = crawlStarts;
    }

    /** Returns whether a bot wall answered in place of a target, so that its anchors are unknown. */
    public boolean isBehindWall(int target) {
        return walls.get(target);
    }

    /** Records a response whose body was requested and has no links or anchors. */
    public void note(int target, boolean readsLinks, WebUrl url, Response.Answer answer, boolean isStart) {
        boolean wall = answer.challenge();
        walls.set(target, wall);
        boolean page = wall || isStart || seemsPage(PercentCoding.decode(url.path()));
        if (readsLinks && answer.isSuccess() && page && named++ < MAX_NOTES) {
            String why = wall
                    ? " answered with the challenge of a bot wall instead of the page, so its links were not read:"
                            + " let this check pass the wall"
                    : " seems to be a page, but its links were not read, because " + describeType(answer)
                            + ": have the server send it as text/html";
            crawlStarts.addNote(url.redacted() + why);
        }
    }

    private static boolean seemsPage(String path) {
        return path.endsWith("/")
                || DocumentType.ofFile(path).filter(DocumentType::isPage).isPresent();
    }

    /** Describes the Content-Type of a response. */
    private static String describeType(Response.Answer answer) {
        MediaType type = MediaType.ofHeader(answer.contentType());
        return type == null ? "it has no Content-Type" : "its Content-Type is " + type.essence();
    }
}
