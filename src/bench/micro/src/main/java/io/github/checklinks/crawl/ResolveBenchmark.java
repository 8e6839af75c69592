package io.github.checklinks.crawl;

import io.github.checklinks.crawl.directory.FileLookup;
import io.github.checklinks.crawl.directory.LocalRoots;
import io.github.checklinks.crawl.directory.UrlPrefix;
import io.github.checklinks.crawl.page.BaseResolver;
import io.github.checklinks.crawl.robots.RobotsTxt;
import io.github.checklinks.crawl.target.HostRules;
import io.github.checklinks.crawl.target.Scope;
import io.github.checklinks.crawl.target.ScopeSettings;
import io.github.checklinks.crawl.target.TargetResolver;
import io.github.checklinks.facts.Targets;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.Patterns;
import io.github.checklinks.url.Resolution;
import io.github.checklinks.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Resolves links; one operation is one link. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ResolveBenchmark {

    private static final int LINKS = 1000;

    private final String[] references = new String[LINKS];
    private final byte[][] bytes = new byte[LINKS][];
    private WebUrl page;
    private BaseResolver base;
    private TargetResolver targetResolver;
    private int number;

    /** Creates references like those on a page of API documentation. */
    @Setup
    public void write() {
        page = WebUrl.ofSerialised("https://docs.site.org/api/java.base/java/util/List.html");
        for (int i = 0; i < LINKS; i++) {
            references[i] = switch (i % 4) {
                case 0 -> "../lang/String" + i + ".html";
                case 1 -> "Collection" + i + ".html";
                case 2 -> "../../../java.sql/java/sql/package-summary" + i + ".html";
                default -> "https://docs.other.org/a/page-" + i + ".html?q=" + i;
            };
            bytes[i] = references[i].getBytes(StandardCharsets.UTF_8);
        }
        Scope scope = new Scope(
                new LocalRoots(FileLookup.STANDARD),
                UrlPrefix.directoryOf(WebUrl.ofSerialised("https://docs.site.org/api/")),
                true,
                RobotsTxt.NONE,
                Set.of(),
                new ScopeSettings(Patterns.NONE, Patterns.NONE, ScopeSettings.Reach.EVERYWHERE));
        targetResolver = new TargetResolver(new Targets(), scope, Set.of(Zone.SITE), HostRules.NONE, false, false);
        base = new BaseResolver(targetResolver);
        number = targetResolver.number(page);
        base.use(number);
    }

    /** Resolves each reference as specified by the URL Standard, without a cache. */
    @Benchmark
    @OperationsPerInvocation(LINKS)
    public void alone(Blackhole hole) {
        for (String reference : references) {
            Resolution resolution = page.resolve(reference);
            hole.consume(resolution);
        }
    }

    /** Resolves each reference to the number of its target, in a directory where it was resolved before. */
    @Benchmark
    @OperationsPerInvocation(LINKS)
    public void seenBefore(Blackhole hole) {
        base.startPage();
        for (byte[] reference : bytes) {
            hole.consume(base.targetOf(entry(base, reference)));
        }
    }

    /** Resolves each reference to the number of a known target, in a directory where none was resolved before. */
    @Benchmark
    @OperationsPerInvocation(LINKS)
    public void inANewDirectory(Blackhole hole) {
        BaseResolver fresh = new BaseResolver(targetResolver);
        fresh.use(number);
        for (byte[] reference : bytes) {
            hole.consume(fresh.targetOf(entry(fresh, reference)));
        }
    }

    private static int entry(BaseResolver from, byte[] reference) {
        return from.entry(reference, 0, reference.length);
    }
}
