package io.github.checklinks.extract;

import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.extract.reader.PageReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Parses a page of a million bytes: operations per second are megabytes per second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScanBenchmark {

    private static final int LENGTH = 1_000_000;

    /** The kind of page. */
    @Param({"javadoc", "prose", "minified", "attributes"})
    public String kind;

    private final PageReader reader = new PageReader(LinkAttributes.STANDARD);
    private final Counting counting = new Counting();
    private byte[] page;

    /** A sink that allocates nothing. */
    private static final class Counting implements LinkSink {

        private int received;

        @Override
        public void start(byte[] text, int length) {
            received = 0;
        }

        @Override
        public void base(byte[] utf8, int from, int to) {
            received++;
        }

        @Override
        public void link(LinkAttribute linkAttribute, boolean isMuted, byte[] utf8, int from, int to, int offset) {
            received += to - from;
        }

        @Override
        public void anchor(byte[] utf8, int from, int to) {
            received += to - from;
        }

        @Override
        public void map(byte[] utf8, int from, int to) {
            received++;
        }
    }

    /** Generates the page. */
    @Setup
    public void write() {
        StringBuilder text = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><title>x</title><body>\n");
        for (int i = 0; text.length() < LENGTH; i++) {
            text.append(piece(kind, i));
        }
        page = Arrays.copyOf(text.toString().getBytes(StandardCharsets.US_ASCII), LENGTH);
    }

    private static String piece(String kind, int i) {
        return switch (kind) {
            case "javadoc" -> "<div class=\"col-first even-row-color method-summary-table\"><code>static&nbsp;<a href=\"../lang/String"
                    + i % 50 + ".html\" title=\"class in java.lang\">String</a></code></div>\n<section class=\"detail\" id=\"get"
                    + i + "(int)\"><h3>get</h3>\n<div class=\"block\">Returns the element at this place, see <a href=\"#get"
                    + (i + 1) + "(int)\"><code>get</code></a>.</div>\n</section>\n";
            case "prose" -> "<p>" + "It was a long road, and there was no-one who knew where it would end. ".repeat(8)
                    + "<a href=\"chapter-" + i % 40 + ".html\">Onwards</a>.</p>\n";
            case "minified" -> "<div class=a><p class=b>x<b>y</b><i>z</i><a href=/p/" + i % 90 + ">w</a><br><span>v</span></div>";
            default -> "<button type=\"button\" class=\"btn btn-primary btn-lg\" data-toggle=\"tooltip\" data-placement=\"top\" "
                    + "data-id=\"" + i + "\" aria-label=\"a > b\" aria-hidden='true' style=\"color: red; margin: 0\" "
                    + "onclick=\"go(" + i + ")\" tabindex=0 role=button disabled>x</button>\n";
        };
    }

    /** Parses the page. */
    @Benchmark
    public int megabytes() {
        reader.read(page, page.length, DocumentType.HTML, "utf-8", counting);
        return counting.received;
    }
}
