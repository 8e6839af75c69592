// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.directory.FileTree;
import io.github.checklinks.crawl.directory.LocalRoots;
import io.github.checklinks.crawl.directory.Mapping;
import io.github.checklinks.crawl.directory.UrlPrefix;
import io.github.checklinks.crawl.page.PageReaderPool;
import io.github.checklinks.crawl.robots.RobotsTxt;
import io.github.checklinks.crawl.target.Scope;
import io.github.checklinks.crawl.target.TargetResolver;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.LinkAttributeNumbers;
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

/** What a crawl stands on: the site's base, the local directories, the targets and the facts about them. */
final class CrawlContext {

    private final CrawlPlan plan;
    private final WebUrl base;
    private final UrlPrefix urlPrefix;
    private final LocalRoots localRoots;
    private final List<String> siteFiles;
    private final Set<String> unreadPages;
    private final Targets targets = new Targets();
    private final TargetResolver targetResolver;
    private final PageReaderPool pageReaderPool;
    private final Facts facts;

    /** By origin, because parsing each address for its host alone would cost as much as a page. */
    private final Map<String, String> hosts = new ConcurrentHashMap<>();

    /**
     * Prepares it.
     *
     * @param base the site's base; of a served site the directory of the start page after its redirects
     * @param robots what a served site lets us ask
     */
    CrawlContext(CrawlPlan plan, WebUrl base, RobotsTxt robots, Spool spool) {
        this.plan = plan;
        this.base = base;
        this.urlPrefix = UrlPrefix.directoryOf(base);
        this.localRoots = new LocalRoots(plan.indexFiles(), plan.cleanUrls());
        FileTree site = plan.site() instanceof Site.Built built ? localRoots.addSite(base, built.directory()) : null;
        this.siteFiles = site == null ? List.of() : site.files();
        this.unreadPages = site == null ? Set.of() : site.unreadPages();
        Set<String> named = new HashSet<>();
        named.add(String.valueOf(base.host()));
        named.addAll(plan.politeness().hosts().names());
        for (Mapping mapping : plan.mappings()) {
            if (WebUrl.parse(mapping.url()) instanceof WebUrl url) {
                localRoots.addMapping(url, mapping.directory());
            }
        }
        Scope scope = new Scope(
                localRoots,
                urlPrefix,
                isServed(),
                robots,
                plan.excludes(),
                plan.allowPrivate(),
                named,
                plan.external(),
                plan.offline());
        boolean rootIsUnknown = plan.site() instanceof Site.Built built && !built.published();
        this.targetResolver = new TargetResolver(
                targets, scope, plan.fragmentZones(), plan.politeness().hosts(), rootIsUnknown);
        LinkAttributeNumbers places = new LinkAttributeNumbers();
        this.pageReaderPool = new PageReaderPool(
                targetResolver,
                url -> directoryOfIndex(url) != null,
                plan.linkAttributes(),
                places,
                plan.keepAll(),
                plan.keepSkipped());
        this.facts = new Facts(siteBase(), targets, localRoots, places, spool, this::pageName, this::targetName);
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

    Facts facts() {
        return facts;
    }

    /** The paths of the built site's files, by number; empty for a served site. */
    List<String> siteFiles() {
        return siteFiles;
    }

    /** What could not be listed below the built site and may hold pages: paths, those of directories with final slash. */
    Set<String> unreadPages() {
        return unreadPages;
    }

    /** The path of a file below its root. */
    String path(int file) {
        return localRoots.path(file);
    }

    /** The address of a target that is on the web. */
    WebUrl url(int target) {
        return WebUrl.ofSerialised(targets.url(target));
    }

    /** The address of a path below the site. */
    WebUrl urlOfSite(String path) {
        return WebUrl.ofSerialised(siteBase() + PercentCoding.encodePath(path));
    }

    /** Whose limits hold for a target: host and port. */
    String host(int target) {
        String url = targets.url(target);
        String ofOrigin = url.substring(0, url.indexOf('/', url.indexOf("://") + 3));
        return hosts.computeIfAbsent(ofOrigin, origin -> host(WebUrl.ofSerialised(url)));
    }

    /** Which statuses of a target are fine, so that nothing more is tried. */
    IntPredicate accepts(int target) {
        return plan.politeness().hosts().accepts(targets, target, plan.accepts());
    }

    private static String host(WebUrl url) {
        return url.host() + ":" + url.port();
    }

    /** The host of a served site; empty for a built one. */
    String siteHost() {
        return isServed() ? host(base) : "";
    }

    /** Whether an address is on the host and port of the site; http and https on their own ports are one. */
    boolean isOnSiteHost(WebUrl url) {
        return urlPrefix.isSameAuthority(url);
    }

    /** The directory of which an address may be the index page; null when it is not. */
    @Nullable
    String directoryOfIndex(WebUrl url) {
        if (url.query() != null) {
            return null;
        }
        String path = url.path();
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean isIndex = name.isEmpty() || plan.indexFiles().contains(name);
        return isIndex ? url.origin() + path.substring(0, path.length() - name.length()) : null;
    }

    /** What a page is called: its path below the site, decoded; elsewhere or with a query its whole address. */
    String pageName(WebUrl url) {
        String below = urlPrefix.below(url);
        if (below == null || url.query() != null) {
            return url.redacted();
        }
        String path = PercentCoding.decode(below);
        boolean isDirectory = path.isEmpty() || path.endsWith("/");
        return isDirectory && !plan.indexFiles().isEmpty()
                ? path + plan.indexFiles().get(0)
                : path;
    }

    /** What a target is called: its path below the site, decoded; elsewhere its whole address. */
    private String targetName(WebUrl url) {
        String below = urlPrefix.below(url);
        if (below == null || url.query() != null) {
            return url.redacted();
        }
        return below.isEmpty() ? "the site's root" : PercentCoding.decode(below);
    }

    private String siteBase() {
        return base.origin() + urlPrefix.path();
    }
}
