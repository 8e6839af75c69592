// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import io.github.checklinks.url.MalformedUrl;
import io.github.checklinks.url.Resolution;
import io.github.checklinks.url.WebUrl;

/** Parses http and https URLs. */
public final class WebAddress {

    private WebAddress() {}

    /**
     * Parses a URL.
     *
     * @throws IllegalArgumentException if it is not an http or https URL
     */
    public static WebUrl of(String element, String text, String example) {
        Resolution resolution = WebUrl.parse(text);
        if (resolution instanceof WebUrl url && url.isHttp()) {
            return url;
        }
        String why = resolution instanceof MalformedUrl malformed ? " (" + malformed.reason() + ")" : "";
        throw InvalidParameter.value(element, text, "an absolute http or https URL" + why, example);
    }

    /**
     * Parses the URL of a directory: a missing trailing slash is added; query, fragment and userinfo are removed.
     *
     * @throws IllegalArgumentException if it is not an http or https URL
     */
    public static String directory(String element, String text, String example) {
        WebUrl url = of(element, text, example);
        return url.origin() + (url.path().endsWith("/") ? url.path() : url.path() + "/");
    }

    /** Returns whether a text looks like a URL of any scheme; a drive letter is not a scheme. */
    public static boolean isUrl(String text) {
        return text.matches("(?s)[A-Za-z][A-Za-z0-9+.-]+:.*");
    }
}
