package io.github.checklinks.facts;

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

/** Adds a million URLs to the table of targets; reports the average memory and length of a URL besides the time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 1)
@Measurement(iterations = 1)
public class TargetsBenchmark {

    private static final int MANY = 1_000_000;

    /** The kind of URLs: pages in directories, queries of one page, or a different host for each. */
    @Param({"pages", "queries", "hosts"})
    public String kind;

    /** The values reported besides the time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Size {
        /** Average memory of one URL in the table, in bytes. */
        public double bytesPerUrl;

        /** Average length of one URL as text, in characters. */
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

    /** Fills the table. */
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
