// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.Slow;
import io.github.checklinks.crawl.target.ScopeSettings.Reach;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.model.Site;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/**
 * The cost of a crawl, counted instead of timed: the allocated bytes and the objects that are reachable at the end. Each value is the
 * difference between two sites, of which one has more pages, links or targets than the other, so that fixed costs cancel out.
 */
@Slow
class FrugalCrawlTest extends BuiltSite {

    private static final int PAGES = 400;

    private static final Pattern TOTAL = Pattern.compile("Total +(\\d+) +(\\d+)");

    /** The cost of a crawl and its result. */
    private record Cost(long allocated, long objects, long bytes, Facts facts) {

        Cost without(Cost other) {
            return new Cost(allocated - other.allocated, objects - other.objects, bytes - other.bytes, facts);
        }
    }

    /**
     * Writes a site whose pages have {@code links} links to each other and {@code outside} links to distinct external URLs, which are not
     * requested.
     */
    private void site(String name, int pages, int links, int outside) throws Exception {
        for (int page = 0; page < pages; page++) {
            StringBuilder text = new StringBuilder("<!DOCTYPE html><title>x</title><h1 id=top>x</h1><p id=a>\n");
            for (int i = 0; i < links; i++) {
                int to = (page * 7 + i) % PAGES;
                text.append("<a class=reference href=\"page-").append(to).append(".html#a\">some words</a>\n");
            }
            for (int i = 0; i < outside; i++) {
                text.append("<a href=\"https://other.org/a-directory/").append(page * outside + i);
                text.append("-of-some-length.html\">x</a>\n");
            }
            file(name + "/page-" + page + ".html", text.toString());
        }
    }

    /** Returns the bytes allocated by all live threads; those of the pool live until the end of the test. */
    private static long allocated() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    /** Returns the number of reachable objects and their size in bytes, as counted by the JVM. */
    private static long[] reachable() throws JMException {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        Matcher total = TOTAL.matcher(histogram);
        assertThat(total.find()).isTrue();
        return new long[] {Long.parseLong(total.group(1)), Long.parseLong(total.group(2))};
    }

    private Cost cost(String name) throws Exception {
        plans.site = new Site.Built(directory.resolve(name), BASE, true);
        long[] before = reachable();
        long allocatedBefore = allocated();
        Facts facts = plans.run();
        long allocated = allocated() - allocatedBefore;
        // The facts must still be reachable.
        long[] after = reachable();
        return new Cost(allocated, after[0] - before[0], after[1] - before[1], facts);
    }

    private Cost difference(String small, String large) throws Exception {
        plans.reach = Reach.SITE;
        plans.keepAll = false;
        // Loads the classes.
        cost(small);
        Cost one = cost(small);
        return cost(large).without(one);
    }

    @Test
    void aPageCostsLittle() throws Exception {
        site("small", PAGES, 10, 0);
        site("large", 3 * PAGES, 10, 0);

        Cost cost = difference("small", "large");

        int pages = 2 * PAGES;
        assertThat(cost.facts.pages()).isEqualTo(3 * PAGES);
        assertThat(cost.allocated / pages).isLessThan(12_000);
        assertThat(cost.bytes / pages).isLessThan(1_000);
        assertThat(cost.objects / pages).isLessThan(16);
    }

    @Test
    void aLinkLeavesNoObject() throws Exception {
        site("small", PAGES, 10, 0);
        site("large", PAGES, 210, 0);

        Cost cost = difference("small", "large");

        int links = 200 * PAGES;
        assertThat(cost.facts.links()).isEqualTo(210 * PAGES);
        assertThat(cost.allocated / links).isLessThan(100);
        // Each has a fragment, and is pending until all anchors are known.
        assertThat(cost.bytes / links).isLessThan(40);
        assertThat(cost.objects / links).isZero();
    }

    @Test
    void aTargetIsStoredAsBytes() throws Exception {
        site("small", PAGES, 10, 1);
        site("large", PAGES, 10, 401);

        Cost cost = difference("small", "large");

        int targets = 400 * PAGES;
        // Its URL alone would be a string of about 100 bytes.
        assertThat(cost.allocated / targets).isLessThan(3_000);
        assertThat(cost.bytes / targets).isLessThan(150);
        assertThat(cost.objects / targets).isZero();
    }

    @Test
    void everyUrlOfAServedSiteIsRequestedAndReadOnce() throws Exception {
        int pages = 300;
        String base = "https://docs.org/";
        for (int page = 0; page < pages; page++) {
            StringBuilder text = new StringBuilder("<p id=a>");
            for (int i = 1; i <= 12; i++) {
                text.append("<a href='/").append((page * 3 + i) % pages).append("#a'>x</a><a href='/absent#a'>x</a>");
                text.append("<a href='https://other.org/")
                        .append((page + i) % 50)
                        .append("'>x</a>");
            }
            web.page(base + (page == 0 ? "" : page), text.toString());
        }
        web.page(base + "0", "<p id=a>");
        for (int i = 0; i < 50; i++) {
            web.page("https://other.org/" + i, "");
        }
        plans.site = new Site.Served(base, base);
        plans.keepAll = false;

        Facts facts = plans.run();

        // The other two are robots.txt and the URL of the missing page.
        assertThat(web.requested()).doesNotHaveDuplicates().hasSize(pages + 1 + 1 + 50 + 2);
        assertThat(facts.pages()).isEqualTo(pages + 1);
        assertThat(facts.links()).isEqualTo(pages * 36L);
        assertThat(Set.copyOf(web.requested())).contains(base + "absent", base + "robots.txt");
    }
}
