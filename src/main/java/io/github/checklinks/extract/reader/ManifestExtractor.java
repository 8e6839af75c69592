// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.reader;

import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkKind;
import io.github.checklinks.extract.LinkSink;
import io.github.checklinks.json.JsonStringsReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Extracts the links of web app manifests (W3C Web Application Manifest §1, "icons", "shortcuts", "start_url"; Manifest App Information,
 * "screenshots").
 */
final class ManifestExtractor {

    private static final LinkAttribute ICON = new LinkAttribute("icons", "src", LinkKind.LINK);

    private static final Map<String, LinkAttribute> LINKS = Map.of(
            "start_url", new LinkAttribute("start_url", null, LinkKind.LINK),
            "icons[].src", ICON,
            "screenshots[].src", new LinkAttribute("screenshots", "src", LinkKind.LINK),
            "shortcuts[].url", new LinkAttribute("shortcuts", "url", LinkKind.LINK),
            "shortcuts[].icons[].src", ICON);

    private ManifestExtractor() {}

    /** Reports the links of a manifest to a sink; does not call {@link LinkSink#start}. */
    static void read(byte[] utf8, int length, LinkSink sink) {
        JsonStringsReader.read(utf8, length, (path, value, offset) -> {
            LinkAttribute linkAttribute = LINKS.get(path);
            if (linkAttribute != null) {
                report(linkAttribute, value, offset, sink);
            }
        });
    }

    private static void report(LinkAttribute linkAttribute, String value, int offset, LinkSink sink) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        sink.link(linkAttribute, false, utf8, 0, utf8.length, offset);
    }
}
