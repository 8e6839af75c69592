package io.github.checklinks.crawl;

import io.github.checklinks.Outcome;
import io.github.checklinks.Site;
import io.github.checklinks.fetch.Request;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.fetch.Want;
import io.github.checklinks.url.WebUrl;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
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
            Ground ground = new Ground(plan, Ground.parse(built.base()), spool);
            return new Crawler(plan, ground, executor, readersAtOnce, progress).crawl();
        }
        return runServed((Site.Served) plan.site());
    }

    private Facts runServed(Site.Served served) throws IOException, InterruptedException {
        List<Hop> hops = new ArrayList<>();
        WebUrl at = Ground.parse(served.start()).withoutFragment();
        Response response = ask(at);
        while (response instanceof Response.Answer answer
                && NextStep.isRedirect(answer.status())
                && answer.location() != null
                && at.resolve(answer.location()) instanceof WebUrl next
                && next.isHttp()
                && !next.withoutFragment().equals(at)
                && hops.size() < plan.politeness().maxRedirects()) {
            hops.add(new Hop(at, answer.status()));
            at = next.withoutFragment();
            response = ask(at);
        }
        Ground ground = new Ground(plan, at, spool);
        Crawler crawler = new Crawler(plan, ground, executor, readersAtOnce, progress);
        int end = ground.resolving().numberOfStart(at);
        int start = end;
        // Before the page is read: a link back to where it all began must not decide how that stands.
        for (int i = hops.size() - 1; i >= 0; i--) {
            int hop = ground.resolving().numberOfHop(hops.get(i).from);
            crawler.startOver(hop, new Outcome.Redirected(hops.get(i).status, start, false, 1));
            start = hop;
        }
        crawler.startWith(end, response);
        ground.facts().setStart(start);
        for (String seed : plan.bounds().seeds()) {
            if (at.resolve(seed) instanceof WebUrl url) {
                crawler.start(ground.resolving().number(url.withoutFragment()));
            }
        }
        return crawler.crawl();
    }

    private record Hop(WebUrl from, int status) {}

    private Response ask(WebUrl url) throws InterruptedException {
        try {
            return plan.fetcher()
                    .get()
                    .fetch(new Request(url, Want.CONTENT, false, ""))
                    .get();
        } catch (ExecutionException never) {
            throw new IllegalStateException("a fetch failed instead of answering", never);
        }
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
