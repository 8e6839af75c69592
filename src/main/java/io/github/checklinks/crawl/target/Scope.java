// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.target;

import io.github.checklinks.crawl.directory.LocalRoots;
import io.github.checklinks.crawl.directory.UrlPrefix;
import io.github.checklinks.crawl.robots.RobotsTxt;
import io.github.checklinks.crawl.target.ScopeSettings.Reach;
import io.github.checklinks.facts.TargetClassification;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.Patterns;
import io.github.checklinks.url.PrivateAddresses;
import io.github.checklinks.url.ReservedNames;
import io.github.checklinks.url.WebUrl;
import java.util.Set;

/**
 * Classifies URLs as followed, probed or skipped, by the URL alone. Immutable and thread-safe.
 *
 * @param localRoots local directories
 * @param site the prefix of the checked site
 * @param served whether the site is behind a server
 * @param robots what the robots.txt of a served site allows
 * @param namedHosts reserved names that the user named, which makes them real
 * @param settings which URLs may be requested
 */
public record Scope(
        LocalRoots localRoots,
        UrlPrefix site,
        boolean served,
        RobotsTxt robots,
        Set<String> namedHosts,
        ScopeSettings settings) {

    /** Returns the patterns of URLs that are never requested. */
    Patterns excludes() {
        return settings.excludes();
    }

    /** Returns whether a URL belongs to the site or is external. */
    Zone zone(WebUrl url) {
        boolean inside = url.isHttp() && (site.below(url) != null || localRoots.find(url) != null);
        return inside ? Zone.SITE : Zone.EXTERNAL;
    }

    /** Classifies a URL without fragment. */
    TargetClassification classify(WebUrl url) {
        if (!excludes().isEmpty() && excludes().match(url.href())) {
            return TargetClassification.skipped(SkipReason.EXCLUDED);
        }
        if (!url.isHttp()) {
            // A drive letter, C:\x, parses as a scheme of one letter.
            boolean local = url.scheme().equals("file") || url.scheme().length() == 1;
            return local ? TargetClassification.LOCAL_ADDRESS : TargetClassification.skipped(SkipReason.SCHEME);
        }
        LocalRoots.Location location = localRoots.find(url);
        if (location != null) {
            return local(location);
        }
        String host = String.valueOf(url.host());
        boolean ofSite = served && site.below(url) != null;
        boolean allowed = site.isSameAuthority(url) || settings.allowPrivate().match(host);
        if (!allowed && PrivateAddresses.isPrivateHost(host)) {
            return TargetClassification.LOCAL_ADDRESS;
        }
        if (settings.reach() == Reach.OFFLINE) {
            return TargetClassification.skipped(SkipReason.OFFLINE);
        }
        if (ofSite) {
            return robots.allows(url) ? TargetClassification.FOLLOW : TargetClassification.skipped(SkipReason.ROBOTS);
        }
        if (settings.reach() == Reach.SITE) {
            return TargetClassification.skipped(SkipReason.EXTERNAL);
        }
        boolean named = allowed || namedHosts.contains(host);
        return !named && ReservedNames.isReserved(host)
                ? TargetClassification.skipped(SkipReason.RESERVED_NAME)
                : TargetClassification.PROBE;
    }

    private static TargetClassification local(LocalRoots.Location location) {
        if (location.isOtherModule()) {
            return TargetClassification.skipped(SkipReason.OTHER_MODULE);
        }
        int file = location.file();
        return file < 0 ? TargetClassification.ABSENT : new TargetClassification(TargetKind.FILE, file);
    }
}
