// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.CrawlPlan.Retention;
import io.github.checklinks.crawl.directory.FileTree;
import io.github.checklinks.crawl.directory.LocalRoots;
import io.github.checklinks.crawl.directory.Mapping;
import io.github.checklinks.crawl.directory.UrlPrefix;
import io.github.checklinks.crawl.page.PageReaderPool;
import io.github.checklinks.crawl.robots.RobotsTxt;
import io.github.checklinks.crawl.target.Scope;
import io.github.checklinks.crawl.target.TargetResolver;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.FactsBuilder;
import io.github.checklinks.facts.Targets;
import io.github.checklinks.facts.store.Spool;
import io.github.checklinks.model.Site;
import io.github.checklinks.url.PercentCoding;
import io.github.checklinks.url.WebUrl;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The state shared by the parts of a crawl: the base URL of the site, the local directories, the targets and the facts about them. */
final class CrawlContext {

    private final CrawlPlan plan;
    private final WebUrl base;
    private final UrlPrefix urlPrefix;
    private final LocalRoots localRoots;
    private final List<String> siteFiles;
    private final Set<String> unreadPages;
    private final FactsBuilder.Shared shared = new FactsBuilder.Shared();
    private final Targets targets = shared.targets();
    private final TargetResolver targetResolver;
    private final PageReaderPool pageReaderPool;
    private final FactsBuilder facts;

    /** By origin, because parsing each URL only for its host would cost as much as reading a page. */
    private final Map<String, String> hosts = new ConcurrentHashMap<>();

    /**
     * Creates a context without targets.
     *
     * @param base the base URL of the site; for a served site, the start page after redirects
     * @param robots the rules of a served site's robots.txt
     */
    CrawlContext(CrawlPlan plan, WebUrl base, RobotsTxt robots, Spool spool) {
        this.plan = plan;
        this.base = base;
        this.urlPrefix = UrlPrefix.directoryOf(base);
        this.localRoots = new LocalRoots(plan.reading().fileLookup());
        FileTree site = plan.site() instanceof Site.Built built ? localRoots.addSite(base, built.directory()) : null;
        this.siteFiles = site == null ? List.of() : site.files();
        this.unreadPages = site == null ? Set.of() : site.unreadPages();
        Set<String> named = new HashSet<>();
        named.add(String.valueOf(base.host()));
        named.addAll(plan.hosts().names());
        for (Mapping mapping : plan.mappings()) {
            if (WebUrl.parse(mapping.url()) instanceof WebUrl url) {
                localRoots.addMapping(url, mapping.directory());
            }
        }
        Scope scope = new Scope(localRoots, urlPrefix, isServed(), robots, named, plan.scope());
        boolean rootIsUnknown = plan.site() instanceof Site.Built built && !built.published();
        this.targetResolver = new TargetResolver(
                targets,
                scope,
                plan.acceptance().fragmentZones(),
                plan.hosts(),
                rootIsUnknown,
                plan.storage().links() != Retention.UNCERTAIN);
        this.pageReaderPool = new PageReaderPool(
                targetResolver,
                url -> directoryOfIndex(url) != null,
                plan.reading().linkAttributes(),
                shared,
                plan.storage().links() == Retention.ALL);
        this.facts = new FactsBuilder(
                new Facts.Names(siteBase(), this::pageName, this::targetName),
                shared,
                localRoots,
                spool,
                plan.politeness().maxRedirects());
    }

    boolean isServed() {
        return plan.site() instanceof Site.Served;
    }

    Targets targets() {
        return targets;
    }

    TargetResolver resolving() {
        return targetResolver;
    }

    PageReaderPool readers() {
        return pageReaderPool;
    }

    FactsBuilder facts() {
        return facts;
    }

    /** Returns the paths of the built site's files, indexed by file number; empty for a served site. */
    List<String> siteFiles() {
        return siteFiles;
    }

    /** Returns the paths below the built site that could not be listed and may contain pages; directories end with a slash. */
    Set<String> unreadPages() {
        return unreadPages;
    }

    /** Returns the path of a file relative to its root. */
    String path(int file) {
        return localRoots.path(file);
    }

    /** Returns the URL of an http or https target. */
    WebUrl url(int target) {
        return WebUrl.ofSerialised(targets.url(target));
    }

    /** Returns the URL of a path below the site. */
    WebUrl urlOfSite(String path) {
        return WebUrl.ofSerialised(siteBase() + PercentCoding.encodePath(path));
    }

    /** Returns the host and port of a target, by which limits are applied. */
    String host(int target) {
        String url = targets.url(target);
        String ofOrigin = url.substring(0, url.indexOf('/', url.indexOf("://") + 3));
        return hosts.computeIfAbsent(ofOrigin, origin -> host(WebUrl.ofSerialised(url)));
    }

    /** Returns the status codes that count as success for a target. */
    IntPredicate accepts(int target) {
        return plan.hosts().accepts(targets, target, plan.acceptance().statuses());
    }

    private static String host(WebUrl url) {
        return url.host() + ":" + url.port();
    }

    /** Returns the host and port of a served site; empty for a built site. */
    String siteHost() {
        return isServed() ? host(base) : "";
    }

    /** Returns whether a URL is on the host and port of the site; http and https on their default ports are considered equal. */
    boolean isOnSiteHost(WebUrl url) {
        return urlPrefix.isSameAuthority(url);
    }

    /** Returns the URL of the directory whose index page a URL may be, without the final file name; null if it cannot be an index page. */
    @Nullable
    String directoryOfIndex(WebUrl url) {
        if (url.query() != null) {
            return null;
        }
        String path = url.path();
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean isIndex = name.isEmpty() || indexFiles().contains(name);
        return isIndex ? url.origin() + path.substring(0, path.length() - name.length()) : null;
    }

    /** Returns the display name of a page: its decoded path below the site; outside the site or with a query, the redacted URL. */
    String pageName(WebUrl url) {
        String below = urlPrefix.below(url);
        if (below == null || url.query() != null) {
            return url.redacted();
        }
        String path = PercentCoding.decode(below);
        boolean isDirectory = path.isEmpty() || path.endsWith("/");
        return isDirectory && !indexFiles().isEmpty() ? path + indexFiles().get(0) : path;
    }

    /** Returns the display name of a target: its decoded path below the site; outside the site or with a query, the redacted URL. */
    private String targetName(WebUrl url) {
        String below = urlPrefix.below(url);
        if (below == null || url.query() != null) {
            return url.redacted();
        }
        return below.isEmpty() ? "the site's root" : PercentCoding.decode(below);
    }

    private List<String> indexFiles() {
        return plan.reading().fileLookup().indexFiles();
    }

    private String siteBase() {
        return base.origin() + urlPrefix.path();
    }
}
