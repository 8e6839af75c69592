// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import io.github.checklinks.json.JsonStringsReader;
import java.nio.charset.StandardCharsets;

/** Finds the links of web app manifests (W3C Web Application Manifest §1.9, §1.13). */
final class ManifestExtractor {

    private static final Place START_URL = new Place("start_url", null, Use.LINK);
    private static final Place ICON = new Place("icons", "src", Use.LINK);

    private ManifestExtractor() {}

    /** Tells the sink what a manifest links to; does not call {@link LinkSink#start}. */
    static void read(byte[] utf8, int length, LinkSink sink) {
        JsonStringsReader.read(utf8, length, (path, value, offset) -> {
            if (path.equals("start_url")) {
                tell(START_URL, value, offset, sink);
            } else if (path.equals("icons[].src")) {
                tell(ICON, value, offset, sink);
            }
        });
    }

    private static void tell(Place place, String value, int offset, LinkSink sink) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        sink.link(place, false, utf8, 0, utf8.length, offset);
    }
}
