package io.github.checklinks.crawl;

import io.github.checklinks.Outcome;
import io.github.checklinks.Rule;
import io.github.checklinks.Site;
import io.github.checklinks.fetch.Request;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.fetch.Want;
import io.github.checklinks.url.WebUrl;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One crawl, of a directory or of a served site, from its start to its facts. The facts are valid until it is closed. */
public final class Crawl implements Closeable {

    /** Of the run's own end: nobody hears of it. */
    private static final Response UNANSWERED = new Response.None(Rule.TIMED_OUT, "the run was over", true);

    private final CrawlPlan plan;
    private final ExecutorService executor;
    private final int readersAtOnce;
    private final Progress progress;
    private final Spool spool;
    private final Halt halt;

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
        this.halt = new Halt(plan.bounds().maxDuration());
    }

    /**
     * Visits everything. When this thread is interrupted, or {@link #interrupt} is called, it ends soon and tells what is known by
     * then: a run that was cut short.
     *
     * @throws IOException when a file cannot be read, or the spool cannot be written
     */
    public Facts run() throws IOException {
        if (plan.site() instanceof Site.Built built) {
            return crawler(new Ground(plan, Ground.parse(built.base()), spool)).crawl();
        }
        return runServed((Site.Served) plan.site());
    }

    /** Asks for the end. Any thread may call it, at any time. */
    public void interrupt() {
        halt.interrupt();
    }

    /** Whether the end was asked for. */
    public boolean isInterrupted() {
        return halt.isInterrupted();
    }

    private Crawler crawler(Ground ground) {
        return new Crawler(plan, ground, executor, readersAtOnce, progress, halt);
    }

    private Facts runServed(Site.Served served) throws IOException {
        List<Hop> hops = new ArrayList<>();
        WebUrl at = Ground.parse(served.start()).withoutFragment();
        Cookies cookies = new Cookies();
        Response response = ask(at, cookies);
        while (response instanceof Response.Answer answer
                && NextStep.isRedirect(answer.status())
                && answer.location() != null
                && at.resolve(answer.location()) instanceof WebUrl next
                && next.isHttp()
                && !next.withoutFragment().equals(at)
                && hops.size() < plan.politeness().maxRedirects()) {
            hops.add(new Hop(at, answer.status(), next.fragment()));
            cookies.keep(at.origin(), answer.cookies());
            at = next.withoutFragment();
            response = ask(at, cookies);
        }
        Ground ground = new Ground(plan, at, spool);
        Crawler crawler = crawler(ground);
        int end = ground.resolving().numberOfStart(at);
        int start = end;
        // Before the page is read: a link back to where it all began must not decide how that stands.
        for (int i = hops.size() - 1; i >= 0; i--) {
            int hop = ground.resolving().numberOfHop(hops.get(i).from);
            crawler.startOver(hop, new Outcome.Redirected(hops.get(i).status, start, hops.get(i).fragment, 1));
            start = hop;
        }
        if (halt.isDue() && response instanceof Response.None) {
            crawler.start(end);
        } else {
            crawler.startWith(end, response);
        }
        ground.facts().setStart(start);
        for (String seed : plan.bounds().seeds()) {
            if (at.resolve(seed) instanceof WebUrl url) {
                crawler.start(ground.resolving().number(url.withoutFragment()));
            }
        }
        return crawler.crawl();
    }

    private record Hop(WebUrl from, int status, @Nullable String fragment) {}

    private Response ask(WebUrl url, Cookies cookies) {
        CompletableFuture<Response> answer =
                plan.fetcher().get().fetch(new Request(url, Want.CONTENT, false, cookies.header(url.origin())));
        try {
            Object unused = CompletableFuture.anyOf(answer, halt.interrupted())
                    .get(Math.max(0, halt.nanosLeft()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            halt.interrupt();
        } catch (TimeoutException late) {
            return UNANSWERED;
        } catch (ExecutionException never) {
            throw new IllegalStateException("a fetch failed instead of answering", never);
        }
        return answer.getNow(UNANSWERED);
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
