// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.target;

import io.github.checklinks.crawl.directory.LocalRoots;
import io.github.checklinks.crawl.directory.UrlPrefix;
import io.github.checklinks.crawl.robots.RobotsTxt;
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
 * Which addresses are followed, probed or left alone, decided from the address alone. Immutable, shared by threads.
 *
 * @param roots local directories
 * @param site the prefix of the site under check
 * @param served whether the site is behind a server
 * @param robots what a served site lets us ask
 * @param excludes never requested
 * @param allowPrivate hosts that may be asked although their address is private
 * @param namedHosts reserved names that the user named, which makes them real
 * @param external whether targets outside the site are probed
 * @param offline whether the network may not be used
 */
public record Scope(
        LocalRoots localRoots,
        UrlPrefix site,
        boolean served,
        RobotsTxt robots,
        Patterns excludes,
        Patterns allowPrivate,
        Set<String> namedHosts,
        boolean external,
        boolean offline) {

    /** On which side of the border an address lies. */
    Zone zone(WebUrl url) {
        boolean inside = url.isHttp() && (site.below(url) != null || localRoots.find(url) != null);
        return inside ? Zone.SITE : Zone.EXTERNAL;
    }

    /** How an address without fragment stands. */
    TargetClassification standing(WebUrl url) {
        if (!excludes.isEmpty() && excludes.match(url.href())) {
            return TargetClassification.left(SkipReason.EXCLUDED);
        }
        if (!url.isHttp()) {
            // A drive letter, C:\x, parses as a scheme of one letter.
            boolean local = url.scheme().equals("file") || url.scheme().length() == 1;
            return local ? TargetClassification.LOCAL_ADDRESS : TargetClassification.left(SkipReason.SCHEME);
        }
        LocalRoots.Place place = localRoots.find(url);
        if (place != null) {
            return local(place);
        }
        String host = String.valueOf(url.host());
        boolean ofSite = served && site.below(url) != null;
        boolean allowed = site.isSameAuthority(url) || allowPrivate.match(host);
        if (!allowed && PrivateAddresses.isPrivateHost(host)) {
            return TargetClassification.LOCAL_ADDRESS;
        }
        if (offline) {
            return TargetClassification.left(SkipReason.OFFLINE);
        }
        if (ofSite) {
            return robots.allows(url) ? TargetClassification.FOLLOW : TargetClassification.left(SkipReason.ROBOTS);
        }
        if (!external) {
            return TargetClassification.left(SkipReason.EXTERNAL);
        }
        boolean named = allowed || namedHosts.contains(host);
        return !named && ReservedNames.isReserved(host)
                ? TargetClassification.left(SkipReason.RESERVED_NAME)
                : TargetClassification.PROBE;
    }

    private static TargetClassification local(LocalRoots.Place place) {
        if (place.isOtherModule()) {
            return TargetClassification.left(SkipReason.OTHER_MODULE);
        }
        int file = place.file();
        return file < 0 ? TargetClassification.ABSENT : new TargetClassification(TargetKind.FILE, file);
    }
}
