// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import java.time.Clock;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the goals, injected as text and parsed by this plugin. Maven's own conversion treats every word but {@code true} as
 * {@code false}, and reports malformed numbers with a class name.
 */
@SuppressWarnings("NullAway.Init") // injected by Maven before the goal runs
abstract class CheckParameters extends AbstractMojo {

    /** The source of the current time for the record. */
    Clock clock = Clock.systemUTC();

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution mojoExecution;

    // The site

    /**
     * The site to check: a directory, all pages of which are checked, or an http or https URL from which the site is crawled.
     * Default: the reporting output directory of the project, usually {@code target/site}. Required if there is no POM.
     */
    @Parameter(property = "check-links.site")
    @Nullable
    String site;

    /** What to do if the site directory does not exist: {@code fail}, or {@code skip} for parents and modules without a site. */
    @Parameter(property = "check-links.ifMissing", defaultValue = "fail")
    String ifMissing;

    /**
     * The URL at which the directory will be published; links below it are resolved against the directory. {@code none} disables
     * this. Default: the project's {@code distributionManagement.site.url}, otherwise its {@code url} unless that is the address
     * of a code host.
     */
    @Parameter(property = "check-links.siteUrl")
    @Nullable
    String siteUrl;

    /**
     * The directories with the documents from which the site is built, or with the configuration of the tool that builds it, such as
     * {@code docs}: findings name the line to edit. Only read if there are findings. Default: found by the configuration of
     * maven-site-plugin or asciidoctor-maven-plugin, or by a file such as {@code mkdocs.yml} above the directory of the site.
     */
    @Parameter(property = "check-links.sources")
    @Nullable
    List<@Nullable String> sources;

    /**
     * Further URL prefixes to resolve against directories: items with {@code url} and {@code directory}; on the command line
     * {@code url=directory}. The sites of the other modules of the build are mapped automatically.
     */
    @Parameter(property = "check-links.mappings")
    @Nullable
    PlexusConfiguration mappings;

    /**
     * Additional start URLs or paths of a crawl, relative to the start page: pages, sitemaps or sitemap indexes (also
     * {@code .gz}). A seed outside the site is only read to find pages of the site. A seed that cannot be read fails the build.
     */
    @Parameter(property = "check-links.seeds")
    @Nullable
    List<@Nullable String> seeds;

    /**
     * Patterns for page paths relative to the site, such as {@code guide/*}: only links on matching pages are judged. Default:
     * all pages.
     */
    @Parameter(property = "check-links.includePages")
    @Nullable
    List<@Nullable String> includePages;

    /**
     * Patterns for page paths relative to the site: links on matching pages are not judged; links to these pages still are. None
     * by default.
     */
    @Parameter(property = "check-links.excludePages")
    @Nullable
    List<@Nullable String> excludePages;

    /** File names that the URL of a directory serves; the first that exists is used. */
    @Parameter(property = "check-links.indexFiles", defaultValue = "index.html,index.htm")
    @Nullable
    List<@Nullable String> indexFiles;

    /** Whether {@code guide} may be served by {@code guide.html}: {@code true} or {@code false}. */
    @Parameter(property = "check-links.cleanUrls", defaultValue = "false")
    String cleanUrls;

    /**
     * Which links to other sites are requested: all ({@code true}), those that the {@code externalRecord} does not have as good
     * ({@code new}), or none, with answers from the record only ({@code recorded}) or without a check ({@code false}).
     * {@code mvn -o} turns {@code true} and {@code new} into {@code false}.
     */
    @Parameter(property = "check-links.checkExternal", defaultValue = "true")
    String checkExternal;

    /**
     * The file with what recorded runs found out about links to other sites, used if it exists; {@code mvn check-links:record}
     * writes it. Default: {@code check-links-external.json} next to the POM.
     */
    @Parameter(property = "check-links.externalRecord")
    @Nullable
    String externalRecord;

    /** The age from which the record is reported as too old if {@code checkExternal} is {@code new} or {@code recorded}. */
    @Parameter(property = "check-links.recordMaxAge", defaultValue = "30d")
    String recordMaxAge;

    /**
     * When a link to another site that fails is an error, if the record has it as good before; until then it is a warning: after a
     * number of recorded runs in a row ({@code 3}), a time ({@code 14d}), or both ({@code 3,14d}). Default: at once, as for any
     * other link.
     */
    @Parameter(property = "check-links.failAfter")
    @Nullable
    String failAfter;

    /**
     * Which fragments (anchors) are checked: {@code none}, those within the {@code site}, or {@code all}, for which pages of
     * other sites are downloaded.
     */
    @Parameter(property = "check-links.checkFragments", defaultValue = "site")
    String checkFragments;

    /**
     * Additional attributes to read links from, as {@code element@attribute}, such as {@code img@data-src};
     * {@code !element@attribute} removes a default one. None by default.
     */
    @Parameter(property = "check-links.attributes")
    @Nullable
    List<@Nullable String> attributes;

    /**
     * The maximum number of links a crawl follows from its start page, its seeds, and the pages listed in their sitemaps;
     * {@code -1} for no limit.
     */
    @Parameter(property = "check-links.maxDepth", defaultValue = "-1")
    String maxDepth;

    /** The maximum number of pages a crawl reads; a crawl that needs more is incomplete and fails. */
    @Parameter(property = "check-links.maxPages", defaultValue = "100000")
    String maxPages;

    /**
     * The maximum duration of a run: {@code 500ms}, {@code 10s}, {@code 2m}, {@code 1h}, {@code 1d}, or a bare number of seconds,
     * as for all durations here. A run that takes longer is incomplete and fails.
     */
    @Parameter(property = "check-links.maxDuration", defaultValue = "30m")
    String maxDuration;

    // Exclusions

    /**
     * Patterns for URLs that are never requested, such as {@code https://jira.example.org/*}: {@code *} matches any characters,
     * {@code %regex[…]} is a regular expression. None by default.
     */
    @Parameter(property = "check-links.excludes")
    @Nullable
    List<@Nullable String> excludes;

    /**
     * A UTF-8 file with further such patterns, one per line; {@code #} starts a comment. Relative to the POM. None by default.
     */
    @Parameter(property = "check-links.excludesFile")
    @Nullable
    String excludesFile;

    /**
     * Findings to suppress: items with at least one of {@code url}, {@code page} and {@code rules}, all of which must match, a
     * {@code reason}, and optionally {@code until}, the last day in UTC on which the item applies, such as {@code 2027-03-31}.
     * None by default.
     */
    @Parameter(property = "check-links.ignores")
    @Nullable
    PlexusConfiguration ignores;

    /**
     * CSS selectors: links inside matching elements are skipped. On a page of more than 500,000 tags all selectors are
     * disregarded, so that all its links are judged; on one with more than 20,000 siblings, selectors that depend on the position
     * among siblings; on a very deeply nested one, those that depend on the content of an element. None by default.
     */
    @Parameter(property = "check-links.excludeSelectors")
    @Nullable
    List<@Nullable String> excludeSelectors;

    // The gate

    /**
     * The maximum number of distinct broken targets; {@code -1} for no limit. Default: 0, or no limit if only maxBrokenPercent is
     * set.
     */
    @Parameter(property = "check-links.maxBroken")
    @Nullable
    String maxBroken;

    /**
     * The maximum percentage of broken targets among the distinct targets that were not skipped, from 0 to 100, such as
     * {@code 2.5}. Default: no limit.
     */
    @Parameter(property = "check-links.maxBrokenPercent")
    @Nullable
    String maxBrokenPercent;

    /** The maximum number of distinct targets with warnings; {@code -1} for no limit. */
    @Parameter(property = "check-links.maxWarnings", defaultValue = "-1")
    String maxWarnings;

    /** The minimum number of pages; fewer mean that the wrong site was checked, and fail the build. */
    @Parameter(property = "check-links.minPages", defaultValue = "1")
    String minPages;

    /** The minimum number of links; fewer mean that the wrong site was checked, and fail the build. */
    @Parameter(property = "check-links.minLinks", defaultValue = "0")
    String minLinks;

    /**
     * Rules to treat as errors, such as {@code blocked}, or {@code external:timed-out} for one zone. Default: the severities in
     * the documentation of the rules.
     */
    @Parameter(property = "check-links.failOn")
    @Nullable
    List<@Nullable String> failOn;

    /** Rules to treat as warnings, in the same notation as {@code failOn}. */
    @Parameter(property = "check-links.warnOn")
    @Nullable
    List<@Nullable String> warnOn;

    /** Rules to accept without a finding, in the same notation as {@code failOn}. */
    @Parameter(property = "check-links.allow")
    @Nullable
    List<@Nullable String> allow;

    /**
     * The file with the known broken links, used if it exists; {@code mvn check-links:baseline} writes it. Default:
     * {@code check-links-baseline.json} next to the POM.
     */
    @Parameter(property = "check-links.baseline")
    @Nullable
    String baseline;

    /** Whether baseline entries and ignores that are no longer needed fail the check. */
    @Parameter(property = "check-links.failOnStale", defaultValue = "false")
    String failOnStale;

    /** Skips the check and logs that it was skipped. */
    @Parameter(property = "check-links.skip", defaultValue = "false")
    String skip;

    // The network

    /** The maximum number of concurrent requests in total. */
    @Parameter(property = "check-links.concurrency", defaultValue = "256")
    String concurrency;

    /** The maximum number of concurrent requests to the site being checked; modules built in parallel share this limit. */
    @Parameter(property = "check-links.siteConcurrency", defaultValue = "32")
    String siteConcurrency;

    /** The maximum number of concurrent requests to any other host; modules built in parallel share this limit. */
    @Parameter(property = "check-links.hostConcurrency", defaultValue = "6")
    String hostConcurrency;

    /** The minimum time between two requests to the same external host, across all modules. */
    @Parameter(property = "check-links.requestInterval", defaultValue = "50ms")
    String requestInterval;

    /** The maximum time to establish a connection: a duration such as {@code 500ms}, {@code 10s} or {@code 2m}. */
    @Parameter(property = "check-links.connectTimeout", defaultValue = "10s")
    String connectTimeout;

    /** The maximum time without receiving any data from a server. */
    @Parameter(property = "check-links.responseTimeout", defaultValue = "20s")
    String responseTimeout;

    /**
     * The maximum time for one attempt at a link, including redirects and a GET after a HEAD, but excluding the time spent
     * waiting in the queue. A redirect target shared by several links has the time of the link that reached it first.
     */
    @Parameter(property = "check-links.linkTimeout", defaultValue = "60s")
    String linkTimeout;

    /**
     * The number of retries after a failure that may be temporary: a timeout, a broken connection, or status 408, 425, 429, 500,
     * 502 to 504, 520 to 524. The delay starts at one second and doubles each time. Unless this is 0, links to other sites that
     * still fail are tried once more at the end of the run.
     */
    @Parameter(property = "check-links.retries", defaultValue = "2")
    String retries;

    /**
     * The longest {@code Retry-After} that is obeyed by pausing requests to the host while others continue. A host that asks for
     * more, or still refuses after as many pauses as there are {@code retries}, is not contacted again in this run, and its links
     * are reported as {@code blocked}. For each attempt, a host is paused for at most this long in total.
     */
    @Parameter(property = "check-links.maxRetryAfter", defaultValue = "60s")
    String maxRetryAfter;

    /** The maximum number of redirects to follow for a link. */
    @Parameter(property = "check-links.maxRedirects", defaultValue = "10")
    String maxRedirects;

    /**
     * The maximum size of a decompressed body: {@code 512k}, {@code 32m}, {@code 1g}, or a bare number of bytes. The rest of a
     * larger page is not read.
     */
    @Parameter(property = "check-links.maxBodySize", defaultValue = "32m")
    String maxBodySize;

    /** The {@code User-Agent} header to send. Default: the name and version of this plugin. */
    @Parameter(property = "check-links.userAgent")
    @Nullable
    String userAgent;

    /** Headers to send to the origin of a served site only: {@code <header>Name: value</header>}. None by default. */
    @Parameter(property = "check-links.headers")
    @Nullable
    PlexusConfiguration headers;

    /** Statuses and ranges to accept in addition to 200-299, such as {@code 403} or {@code 500-503}. None by default. */
    @Parameter(property = "check-links.acceptStatuses")
    @Nullable
    List<@Nullable String> acceptStatuses;

    /**
     * Settings for individual hosts: items with a {@code name}, {@code [scheme://]host[:port]} with {@code *} for any characters
     * in the host, and any of {@code concurrency} (maximum number of concurrent requests to each such host), {@code interval}
     * (minimum time between two requests), {@code userAgent}, {@code acceptStatuses} (in addition to those accepted everywhere),
     * {@code checkFragments} ({@code none}, {@code site} or {@code all}), {@code serverId} (a server in {@code settings.xml},
     * whose user name and password are sent as Basic credentials, and whose {@code httpHeaders} are sent unchanged),
     * {@code headers}, and {@code insecure} ({@code true} to accept untrusted certificates). The last three require a name
     * without {@code *} and apply to exactly that host, scheme and port; the defaults are https and its default port. If several
     * items match a host, the first one that sets an option wins. On the command line {@code name;part=value;part=value}, without
     * headers. None by default.
     */
    @Parameter(property = "check-links.hosts")
    @Nullable
    PlexusConfiguration hosts;

    /**
     * Whether the robots.txt of a served site is obeyed: pages it disallows are skipped, and its {@code Crawl-delay} is
     * respected. Set this to {@code false} for a site of your own. No robots.txt is requested for a directory, or for individual
     * links to other sites.
     */
    @Parameter(property = "check-links.respectRobots", defaultValue = "true")
    String respectRobots;

    /**
     * Patterns for hosts that may have private, loopback or link-local addresses, such as {@code *.intra.example.org}. Default:
     * only the host of a served site.
     */
    @Parameter(property = "check-links.allowPrivate")
    @Nullable
    List<@Nullable String> allowPrivate;

    /** Whether HTTP/2 is used if the server supports it. */
    @Parameter(property = "check-links.http2", defaultValue = "false")
    String http2;

    /**
     * Whether successful responses from other sites are cached across builds, in {@code .cache/check-links} below the local
     * repository. Failures, and responses to requests with credentials or configured headers, are not cached.
     */
    @Parameter(property = "check-links.cache", defaultValue = "true")
    String cache;

    /**
     * The maximum age of a cached response: {@code 12h}, {@code 7d}. It is shortened by up to a quarter for each URL, so that not
     * all expire at once; an expired response is revalidated if the server supports that. With {@code 0} this happens in every
     * build.
     */
    @Parameter(property = "check-links.cacheMaxAge", defaultValue = "1d")
    String cacheMaxAge;

    // Reports

    /**
     * The directory of the reports. Default: {@code check-links} in the build directory of the project; without a POM
     * {@code check-links-report} in the working directory. Further executions in a module write to a subdirectory named after
     * their id.
     */
    @Parameter(property = "check-links.reportDirectory")
    @Nullable
    String reportDirectory;

    /**
     * The reports to write: {@code json}, {@code html}, {@code junit}, {@code ledger}, {@code sarif}, {@code yaml}, {@code csv},
     * {@code markdown}.
     */
    @Parameter(property = "check-links.formats", defaultValue = "json,html,junit")
    @Nullable
    List<@Nullable String> formats;
}
