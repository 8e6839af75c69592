// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import io.github.checklinks.json.JsonStringsReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Finds the links of web app manifests (W3C Web Application Manifest §1, "icons", "shortcuts", "start_url"; Manifest App Information, "screenshots"). */
final class ManifestExtractor {

    private static final Place ICON = new Place("icons", "src", Use.LINK);

    private static final Map<String, Place> PLACES = Map.of(
            "start_url", new Place("start_url", null, Use.LINK),
            "icons[].src", ICON,
            "screenshots[].src", new Place("screenshots", "src", Use.LINK),
            "shortcuts[].url", new Place("shortcuts", "url", Use.LINK),
            "shortcuts[].icons[].src", ICON);

    private ManifestExtractor() {}

    /** Tells the sink what a manifest links to; does not call {@link LinkSink#start}. */
    static void read(byte[] utf8, int length, LinkSink sink) {
        JsonStringsReader.read(utf8, length, (path, value, offset) -> {
            Place place = PLACES.get(path);
            if (place != null) {
                tell(place, value, offset, sink);
            }
        });
    }

    private static void tell(Place place, String value, int offset, LinkSink sink) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        sink.link(place, false, utf8, 0, utf8.length, offset);
    }
}
