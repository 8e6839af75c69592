package io.github.checklinks.facts;

import io.github.checklinks.facts.store.AnchorHash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Looks up fragments among the anchors of a page; one operation is one fragment. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FragmentBenchmark {

    private static final int FRAGMENTS = 1000;

    /** The number of anchors on the page. */
    @Param({"10", "1000", "100000"})
    public int anchors;

    private final byte[][] names = new byte[FRAGMENTS][];
    private final String[] texts = new String[FRAGMENTS];
    private long[] hashes;

    /** Creates the anchors, and the fragments, of which one in ten is missing. */
    @Setup
    public void write() {
        hashes = new long[anchors];
        for (int i = 0; i < anchors; i++) {
            byte[] name = ("method-" + i + "(int,java.lang.String)").getBytes(StandardCharsets.UTF_8);
            hashes[i] = AnchorHash.of(name, 0, name.length);
        }
        Arrays.sort(hashes);
        for (int i = 0; i < FRAGMENTS; i++) {
            texts[i] = "method-" + (i % 10 == 0 ? -i - 1 : i * 31 % anchors) + "(int,java.lang.String)";
            names[i] = texts[i].getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Looks up the bytes of the page, the common case. */
    @Benchmark
    @OperationsPerInvocation(FRAGMENTS)
    public int bytes() {
        int found = 0;
        for (byte[] name : names) {
            found += Arrays.binarySearch(hashes, AnchorHash.of(name, 0, name.length)) >= 0 ? 1 : 0;
        }
        return found;
    }

    /** Looks up the text, decoding its percent-encoding. */
    @Benchmark
    @OperationsPerInvocation(FRAGMENTS)
    public int texts() {
        int found = 0;
        for (String text : texts) {
            found += new Fragment(text).isIn(hashes) ? 1 : 0;
        }
        return found;
    }
}
