// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import io.github.checklinks.url.MalformedUrl;
import io.github.checklinks.url.Resolution;
import io.github.checklinks.url.WebUrl;

/** Addresses in the configuration: http and https only. */
public final class WebAddress {

    private WebAddress() {}

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException when it is no http or https URL
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
     * Reads the address of a directory: a missing final slash is added; query, fragment and userinfo are dropped.
     *
     * @throws IllegalArgumentException when it is no http or https URL
     */
    public static String directory(String element, String text, String example) {
        WebUrl url = of(element, text, example);
        return url.origin() + (url.path().endsWith("/") ? url.path() : url.path() + "/");
    }

    /** Whether a text looks like a URL of some scheme; a drive letter does not. */
    public static boolean isUrl(String text) {
        return text.matches("(?s)[A-Za-z][A-Za-z0-9+.-]+:.*");
    }
}
