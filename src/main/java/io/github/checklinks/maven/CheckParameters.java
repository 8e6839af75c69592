// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * What users can set. All of it comes as text and is read by us: Maven's own conversion takes every word but {@code true} for
 * {@code false}, and tells wrong numbers with a class name.
 */
@SuppressWarnings("NullAway.Init") // filled by Maven before the goal runs
abstract class CheckParameters extends AbstractMojo {

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution mojoExecution;

    // What is checked

    /**
     * The site: a directory, of which every page is checked, or an http or https URL, from which the site is crawled. Default: the
     * project's reporting output directory, mostly {@code target/site}. Needed when there is no pom.
     */
    @Parameter(property = "check-links.site")
    @Nullable
    String site;

    /** What it means when the site is not there: {@code fail}, or {@code skip} for parents and modules that have no site. */
    @Parameter(property = "check-links.ifMissing", defaultValue = "fail")
    String ifMissing;

    /**
     * Where a directory will be published; links below it are answered from the directory. {@code none} switches that off. Default:
     * the project's {@code distributionManagement.site.url}, else its {@code url}, if that is no place for code.
     */
    @Parameter(property = "check-links.siteUrl")
    @Nullable
    String siteUrl;

    /**
     * Further URL prefixes that are answered from directories: items with {@code url} and {@code directory}; on the command line
     * {@code url=directory}. The sites of the other modules of the build are mapped without being listed.
     */
    @Parameter(property = "check-links.mappings")
    @Nullable
    PlexusConfiguration mappings;

    /**
     * Further start URLs or paths of a crawl, relative to the start page; a page, a sitemap or a sitemap index (also {@code .gz}). One
     * that lies elsewhere is read to find pages of the site. One that cannot be read fails the build.
     */
    @Parameter(property = "check-links.seeds")
    @Nullable
    List<@Nullable String> seeds;

    /**
     * Patterns on a page's path below the site, such as {@code guide/*}: only the links of these pages are judged. Default: those of all
     * pages.
     */
    @Parameter(property = "check-links.includePages")
    @Nullable
    List<@Nullable String> includePages;

    /** Patterns on a page's path below the site: the links of these pages are not judged; links to them are. None by default. */
    @Parameter(property = "check-links.excludePages")
    @Nullable
    List<@Nullable String> excludePages;

    /** The files that a directory's URL serves, the first that exists. */
    @Parameter(property = "check-links.indexFiles", defaultValue = "index.html,index.htm")
    @Nullable
    List<@Nullable String> indexFiles;

    /** Whether {@code guide} may be served by {@code guide.html}: {@code true} or {@code false}. */
    @Parameter(property = "check-links.cleanUrls", defaultValue = "false")
    String cleanUrls;

    /** Whether links that leave the site are probed; {@code mvn -o} turns it off. */
    @Parameter(property = "check-links.checkExternal", defaultValue = "true")
    String checkExternal;

    /** Which anchors are judged: {@code none}, those of the {@code site}, or {@code all}, for which pages of other sites are downloaded. */
    @Parameter(property = "check-links.checkFragments", defaultValue = "site")
    String checkFragments;

    /**
     * More places to look for links, as {@code element@attribute}, such as {@code img@data-src}; {@code !element@attribute} drops one
     * that is on by default. None by default.
     */
    @Parameter(property = "check-links.attributes")
    @Nullable
    List<@Nullable String> attributes;

    /** How many links a crawl goes from its start page, its seeds, and the pages their sitemaps list; {@code -1} for no limit. */
    @Parameter(property = "check-links.maxDepth", defaultValue = "-1")
    String maxDepth;

    /** How many pages a crawl reads; a crawl that needs more is incomplete and fails. */
    @Parameter(property = "check-links.maxPages", defaultValue = "100000")
    String maxPages;

    /**
     * How long a run may take: {@code 500ms}, {@code 10s}, {@code 2m}, {@code 1h}, {@code 1d}, or bare seconds, as for every time here.
     * A run that needs longer is incomplete and fails.
     */
    @Parameter(property = "check-links.maxDuration", defaultValue = "30m")
    String maxDuration;

    // What is left alone

    /**
     * Patterns of URLs that are never requested, such as {@code https://jira.example.org/*}: {@code *} is any run of characters,
     * {@code %regex[…]} a regular expression. None by default.
     */
    @Parameter(property = "check-links.excludes")
    @Nullable
    List<@Nullable String> excludes;

    /** A file with further such patterns, one a line, in UTF-8; {@code #} starts a comment. Relative to the pom. None by default. */
    @Parameter(property = "check-links.excludesFile")
    @Nullable
    String excludesFile;

    /**
     * What is mute though it is broken: items with {@code url}, {@code page} and {@code rules}, of which all that are given must
     * match, with a {@code reason}, and {@code until}, the last day they mute, as {@code 2027-03-31}, in UTC. None by default.
     */
    @Parameter(property = "check-links.ignores")
    @Nullable
    PlexusConfiguration ignores;

    /**
     * CSS selectors: links inside matching elements are left alone; none by default. A page of more than 500,000 tags is read without them, so that all its
     * links are judged; so is one of more than 20,000 siblings without selectors that ask for a position among siblings, and a very deep one without
     * those that ask for the content of an element.
     */
    @Parameter(property = "check-links.excludeSelectors")
    @Nullable
    List<@Nullable String> excludeSelectors;

    // The gate

    /** How many distinct broken targets are allowed; {@code -1} for no limit. Default: 0, or no limit when only maxBrokenPercent is set. */
    @Parameter(property = "check-links.maxBroken")
    @Nullable
    String maxBroken;

    /** How many percent of the distinct targets that were not skipped may be broken, from 0 to 100, such as {@code 2.5}. Default: not asked. */
    @Parameter(property = "check-links.maxBrokenPercent")
    @Nullable
    String maxBrokenPercent;

    /** How many distinct targets with warnings are allowed; {@code -1} for no limit. */
    @Parameter(property = "check-links.maxWarnings", defaultValue = "-1")
    String maxWarnings;

    /** Fewer pages mean that the check looked at the wrong thing: it fails. */
    @Parameter(property = "check-links.minPages", defaultValue = "1")
    String minPages;

    /** Fewer links mean that the check looked at the wrong thing: it fails. */
    @Parameter(property = "check-links.minLinks", defaultValue = "0")
    String minLinks;

    /**
     * Rules that count as errors: {@code blocked}, or for one zone {@code external:timed-out}. Default: each rule weighs what the page on
     * rules says.
     */
    @Parameter(property = "check-links.failOn")
    @Nullable
    List<@Nullable String> failOn;

    /** Rules that count as warnings, written as in {@code failOn}. */
    @Parameter(property = "check-links.warnOn")
    @Nullable
    List<@Nullable String> warnOn;

    /** Rules that count as fine, written as in {@code failOn}. */
    @Parameter(property = "check-links.allow")
    @Nullable
    List<@Nullable String> allow;

    /**
     * The file with the list of known broken links, used when it exists; {@code mvn check-links:baseline} writes it. Default:
     * {@code check-links-baseline.json} beside the pom.
     */
    @Parameter(property = "check-links.baseline")
    @Nullable
    String baseline;

    /** Whether the check fails when an entry of the baseline or an ignore is no longer needed. */
    @Parameter(property = "check-links.failOnStale", defaultValue = "false")
    String failOnStale;

    /** Leaves the check out, and says so. */
    @Parameter(property = "check-links.skip", defaultValue = "false")
    String skip;

    // The network

    /** Requests in flight, in all. */
    @Parameter(property = "check-links.concurrency", defaultValue = "256")
    String concurrency;

    /** Requests in flight to the site under check; modules built side by side share them. */
    @Parameter(property = "check-links.siteConcurrency", defaultValue = "32")
    String siteConcurrency;

    /** Requests in flight to any other host; modules built side by side share them. */
    @Parameter(property = "check-links.hostConcurrency", defaultValue = "6")
    String hostConcurrency;

    /** Least time between two requests to one foreign host, whichever module sends them. */
    @Parameter(property = "check-links.requestInterval", defaultValue = "50ms")
    String requestInterval;

    /** How long it may take to be connected: a time such as {@code 500ms}, {@code 10s} or {@code 2m}. */
    @Parameter(property = "check-links.connectTimeout", defaultValue = "10s")
    String connectTimeout;

    /** How long a server may be silent. */
    @Parameter(property = "check-links.responseTimeout", defaultValue = "20s")
    String responseTimeout;

    /**
     * How long one attempt at a link may take, with its redirects and the GET after a HEAD; waiting for our turn is not counted. A
     * redirect's end that several links share has the time of the link that came there first.
     */
    @Parameter(property = "check-links.linkTimeout", defaultValue = "60s")
    String linkTimeout;

    /**
     * Further attempts after a failure that may pass: no answer in time, a connection that broke, status 408, 425, 429, 500, 502 to
     * 504, 520 to 524. Each waits twice as long as the one before, from one second on. Unless it is 0, what still fails outside
     * the site has one more attempt when nothing else is left to do.
     */
    @Parameter(property = "check-links.retries", defaultValue = "2")
    String retries;

    /**
     * The longest {@code Retry-After} that is obeyed: the host is left in peace for so long, and others go on. A host that asks for
     * more, or goes on refusing after as many rests as there are {@code retries}, is asked no more until the end of the run, and its
     * links are told as {@code blocked}. One host rests no more than this for each attempt in all.
     */
    @Parameter(property = "check-links.maxRetryAfter", defaultValue = "60s")
    String maxRetryAfter;

    /** How many redirects in a row are followed. */
    @Parameter(property = "check-links.maxRedirects", defaultValue = "10")
    String maxRedirects;

    /** The largest body that is read, unpacked: {@code 512k}, {@code 32m}, {@code 1g}, or bare bytes. Of a larger page the rest is not read. */
    @Parameter(property = "check-links.maxBodySize", defaultValue = "32m")
    String maxBodySize;

    /** What is sent as {@code User-Agent}. Default: this plugin's name and version. */
    @Parameter(property = "check-links.userAgent")
    @Nullable
    String userAgent;

    /** Headers sent to the origin of a served site only: {@code <header>Name: value</header>}. None by default. */
    @Parameter(property = "check-links.headers")
    @Nullable
    PlexusConfiguration headers;

    /** Statuses and ranges of them that are fine besides 200-299, such as {@code 403} or {@code 500-503}. None by default. */
    @Parameter(property = "check-links.acceptStatuses")
    @Nullable
    List<@Nullable String> acceptStatuses;

    /**
     * What holds for single hosts: items with a {@code name}, {@code [scheme://]host[:port]} with {@code *} for any characters in the
     * host, and any of {@code concurrency} (requests in flight to each such host), {@code interval} (least time between two of them),
     * {@code userAgent}, {@code acceptStatuses} (fine there besides those that are fine everywhere), {@code checkFragments}
     * ({@code none}, {@code site} or {@code all}), {@code serverId} (a server of {@code settings.xml}, whose user name and password are
     * sent as Basic credentials, and whose {@code httpHeaders} as they are), {@code headers}, and {@code insecure} ({@code true} for
     * certificates nobody can verify). The last three need a name without {@code *} and are for exactly that host, scheme and port;
     * https and its own port unless others are named. Of several items for one host, the first that says something about a matter
     * decides it. On the command line {@code name;part=value;part=value}, without headers. None by default.
     */
    @Parameter(property = "check-links.hosts")
    @Nullable
    PlexusConfiguration hosts;

    /**
     * Whether the robots.txt of a served site is obeyed: pages it forbids are skipped, and its {@code Crawl-delay} is kept. Set it to
     * {@code false} for a site of your own. Of a directory, and of single links to other sites, no robots.txt is ever asked for.
     */
    @Parameter(property = "check-links.respectRobots", defaultValue = "true")
    String respectRobots;

    /**
     * Patterns of hosts that may have private, loopback or link-local addresses, such as {@code *.intra.example.org}. Default: only the
     * host of a served site.
     */
    @Parameter(property = "check-links.allowPrivate")
    @Nullable
    List<@Nullable String> allowPrivate;

    /** Whether HTTP/2 is negotiated where a server has it. */
    @Parameter(property = "check-links.http2", defaultValue = "false")
    String http2;

    /**
     * Whether good answers of other sites are remembered across builds, in {@code .cache/check-links} below the local repository.
     * What failed is asked again in every build; so is what was answered to credentials or configured headers.
     */
    @Parameter(property = "check-links.cache", defaultValue = "true")
    String cache;

    /**
     * How long a remembered answer counts: {@code 12h}, {@code 7d}. Each address has a time of its own, up to a quarter shorter, so that
     * not all are due at once; a server that knows the state of its answers is then only asked whether anything changed. With
     * {@code 0} that is so in every build.
     */
    @Parameter(property = "check-links.cacheMaxAge", defaultValue = "1d")
    String cacheMaxAge;

    // Reports

    /**
     * Where the reports go. Default: {@code check-links} in the project's build directory; without a pom {@code check-links-report}
     * in the working directory. A second execution in one module writes to a directory below it, named after its id.
     */
    @Parameter(property = "check-links.reportDirectory")
    @Nullable
    String reportDirectory;

    /** Which reports are written: {@code json}, {@code html}, {@code junit}, {@code ledger}, {@code sarif}, {@code yaml}, {@code csv}, {@code markdown}. */
    @Parameter(property = "check-links.formats", defaultValue = "json,html,junit")
    @Nullable
    List<@Nullable String> formats;
}
