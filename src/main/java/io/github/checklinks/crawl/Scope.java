// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

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
record Scope(
        Roots roots,
        Prefix site,
        boolean served,
        RobotsTxt robots,
        Patterns excludes,
        Patterns allowPrivate,
        Set<String> namedHosts,
        boolean external,
        boolean offline) {

    /** On which side of the border an address lies. */
    Zone zone(WebUrl url) {
        boolean inside = url.isHttp() && (site.below(url) != null || roots.find(url) != null);
        return inside ? Zone.SITE : Zone.EXTERNAL;
    }

    /** How an address without fragment stands. */
    Standing standing(WebUrl url) {
        if (!excludes.isEmpty() && excludes.match(url.href())) {
            return Standing.left(SkipReason.EXCLUDED);
        }
        if (!url.isHttp()) {
            // A drive letter, C:\x, parses as a scheme of one letter.
            boolean local = url.scheme().equals("file") || url.scheme().length() == 1;
            return local ? Standing.LOCAL_ADDRESS : Standing.left(SkipReason.SCHEME);
        }
        Roots.Place place = roots.find(url);
        if (place != null) {
            return local(place);
        }
        String host = String.valueOf(url.host());
        boolean ofSite = served && site.below(url) != null;
        boolean allowed = site.isSameAuthority(url) || allowPrivate.match(host);
        if (!allowed && PrivateAddresses.isPrivateHost(host)) {
            return Standing.LOCAL_ADDRESS;
        }
        if (offline) {
            return Standing.left(SkipReason.OFFLINE);
        }
        if (ofSite) {
            return robots.allows(url) ? Standing.FOLLOW : Standing.left(SkipReason.ROBOTS);
        }
        if (!external) {
            return Standing.left(SkipReason.EXTERNAL);
        }
        boolean named = allowed || namedHosts.contains(host);
        return !named && ReservedNames.isReserved(host) ? Standing.left(SkipReason.RESERVED_NAME) : Standing.PROBE;
    }

    private static Standing local(Roots.Place place) {
        if (place.isOtherModule()) {
            return Standing.left(SkipReason.OTHER_MODULE);
        }
        int file = place.file();
        return file < 0 ? Standing.ABSENT : new Standing(Reach.FILE, file);
    }
}
