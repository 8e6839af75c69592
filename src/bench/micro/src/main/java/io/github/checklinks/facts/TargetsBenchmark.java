package io.github.checklinks.facts;

import io.github.checklinks.crawl.target.Scope;
import io.github.checklinks.model.Zone;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Fills the table of addresses with a million; besides the time it tells how many bytes each one takes, and how long it is. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 1)
@Measurement(iterations = 1)
public class TargetsBenchmark {

    private static final int MANY = 1_000_000;

    /** What the addresses are like: pages in directories, queries of one page, a host for each. */
    @Param({"pages", "queries", "hosts"})
    public String kind;

    /** What is told besides the time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Size {
        /** Of one address in the table, on average. */
        public double bytesPerUrl;

        /** Of one address as text, on average. */
        public double lettersPerUrl;
    }

    private String url(int i) {
        return switch (kind) {
            case "pages" -> "https://docs.site.org/api/package-" + i / 100 + "/a-class-of-java-" + i + ".html";
            case "queries" -> "https://docs.site.org/search?page=" + i + "&order=name";
            default -> "https://host-" + i + ".org/";
        };
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Fills it. */
    @Benchmark
    public Targets filled(Size size) {
        long before = used();
        Targets targets = new Targets();
        long letters = 0;
        for (int i = 0; i < MANY; i++) {
            String url = url(i);
            letters += url.length();
            targets.add(url, TargetClassification.PROBE, Zone.EXTERNAL);
        }
        size.bytesPerUrl = (double) (used() - before) / MANY;
        size.lettersPerUrl = (double) letters / MANY;
        return targets;
    }
}
