package io.github.checklinks.check;

import io.github.checklinks.CheckResult;
import io.github.checklinks.crawl.Progress;
import java.io.IOException;

/** Checks a site: opens what that needs, crawls, judges, and closes it all again. */
public final class LinkChecker implements AutoCloseable {

    /** A check that has not begun. */
    public LinkChecker(CheckRequest request, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /**
     * Runs the check. The result reads from disk on demand and is valid until {@link #close}.
     *
     * @throws IOException when the site's directory or the work directory cannot be read or written
     * @throws InterruptedException when interrupted; every thread of ours has ended by then
     */
    public CheckResult check() throws IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** Removes the intermediate data. */
    @Override
    public void close() throws IOException {}
}
