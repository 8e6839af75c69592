package io.github.checklinks.crawl;

import io.github.checklinks.Outcome;
import io.github.checklinks.Site;
import io.github.checklinks.url.WebUrl;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/** One crawl, of a directory or of a served site, from its start to its facts. The facts are valid until it is closed. */
public final class Crawl implements Closeable {

    private final CrawlPlan plan;
    private final ExecutorService executor;
    private final int readersAtOnce;
    private final Progress progress;
    private final Spool spool;

    /**
     * A crawl that has not begun.
     *
     * @param executor runs everything that reads or resolves; a fixed number of threads
     * @param readersAtOnce how many threads it has
     */
    public Crawl(CrawlPlan plan, ExecutorService executor, int readersAtOnce, Progress progress) {
        this.plan = plan;
        this.executor = executor;
        this.readersAtOnce = readersAtOnce;
        this.progress = progress;
        this.spool = new Spool(plan.spoolDirectory());
    }

    /**
     * Visits everything.
     *
     * @throws IOException when a file cannot be read, or the spool cannot be written
     * @throws InterruptedException when this thread is interrupted; what is under way is left to whoever ends the executor
     */
    public Facts run() throws IOException, InterruptedException {
        try {
            return visitAll();
        } catch (ClosedByInterruptException interrupted) {
            // The spool's file was being written just then; the interrupt is told as one all the same.
            boolean unused = Thread.interrupted();
            InterruptedException told = new InterruptedException("interrupted while writing the spool");
            told.initCause(interrupted);
            throw told;
        }
    }

    private Facts visitAll() throws IOException, InterruptedException {
        if (plan.site() instanceof Site.Built built) {
            Ground ground = new Ground(plan, Ground.parse(built.base()), RobotsTxt.NONE, spool);
            return new Crawler(plan, ground, executor, readersAtOnce, progress).crawl();
        }
        return runServed((Site.Served) plan.site());
    }

    private Facts runServed(Site.Served served) throws IOException, InterruptedException {
        Inquiries inquiries = new Inquiries(plan);
        Inquiries.Trail trail = inquiries.start(Ground.parse(served.start()).withoutFragment());
        WebUrl at = trail.end();
        RobotsTxt robots = inquiries.robots(at);
        Ground ground = new Ground(plan, at, robots, spool);
        Facts facts = ground.facts();
        Crawler crawler = new Crawler(plan, ground, executor, readersAtOnce, progress);
        int end = ground.resolving().numberOfStart(at);
        int start = end;
        // Before the page is read: a link back to where it all began must not decide how that stands.
        for (int i = trail.hops().size() - 1; i >= 0; i--) {
            Inquiries.Hop hop = trail.hops().get(i);
            int from = ground.resolving().numberOfHop(hop.from());
            crawler.startOver(from, new Outcome.Redirected(hop.status(), start, false, 1));
            start = from;
        }
        facts.starts().setPage(start);
        Seeds seeds = new Seeds(plan, ground, robots);
        // Before the page is read, too: a link there must not make a seed an ordinary target.
        seeds.sow(at, end, crawler);
        if (trail.response() == null) {
            crawler.startOver(end, robots.refusal());
        } else {
            crawler.startWith(end, trail.response());
        }
        if (Readers.isSuccess(trail.response())) {
            askForNothing(at, facts, inquiries);
        }
        obeyDelay(robots.crawlDelay(), facts, crawler);
        crawler.crawl();
        seeds.tellUnread();
        return facts;
    }

    private void askForNothing(WebUrl start, Facts facts, Inquiries inquiries) throws InterruptedException {
        String note = SoftNotFound.note(start, plan, inquiries);
        if (note != null) {
            facts.starts().addNote(note);
        }
    }

    private static void obeyDelay(Duration delay, Facts facts, Crawler crawler) {
        if (!delay.isZero()) {
            crawler.space(delay);
            facts.starts()
                    .addNote("The site's robots.txt asks for " + delay.toMillis() / 1000.0
                            + " s between two requests (Crawl-delay), which slows this check down; "
                            + RobotsTxt.WAY_OUT);
        }
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
