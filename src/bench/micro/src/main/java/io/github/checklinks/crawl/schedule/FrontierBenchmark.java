package io.github.checklinks.crawl.schedule;

import io.github.checklinks.crawl.target.HostRules;
import io.github.checklinks.fetch.RequestMode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentHashMap;
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

/** Passes requests through the frontier with a simulated clock; one operation is one request. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FrontierBenchmark {

    private static final int VISITS = 100_000;

    /** The number of hosts. */
    @Param({"1", "1000", "100000"})
    public int hosts;

    private String[] names;
    private long now;

    /** Creates the names of the hosts. */
    @Setup
    public void name() {
        names = new String[hosts];
        for (int i = 0; i < hosts; i++) {
            names[i] = "host-" + i + ".org:443";
        }
    }

    /** Adds all requests, starts each as soon as its host allows, and completes the oldest one to free its slot. */
    @Benchmark
    @OperationsPerInvocation(VISITS)
    public int through() {
        Politeness politeness = new Politeness(256, 32, 6, Duration.ofMillis(50), 2, Duration.ofSeconds(60), 10);
        Frontier frontier = new Frontier(politeness, HostRules.NONE, "", () -> now, new HostSlots(new ConcurrentHashMap<>()));
        for (int i = 0; i < VISITS; i++) {
            frontier.add(new ScheduledRequest(i, names[i % hosts], RequestMode.STATUS));
        }
        ArrayDeque<ScheduledRequest> inFlight = new ArrayDeque<>();
        int started = 0;
        while (started < VISITS) {
            ScheduledRequest scheduledRequest = frontier.next();
            if (scheduledRequest != null) {
                inFlight.add(scheduledRequest);
                started++;
            } else {
                now += Math.max(1, frontier.timeToNext().toNanos());
            }
            if (inFlight.size() > 5 || scheduledRequest == null && !inFlight.isEmpty()) {
                frontier.done(inFlight.remove());
            }
        }
        return started;
    }
}
