// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.checklinks.fetch.Response;
import java.util.List;

/** Recognises the challenge page that a bot wall serves with a success status in place of the requested page. */
final class BotWall {

    /** The maximum size of a challenge page, in bytes. */
    private static final int MAX_BYTES = 64 << 10;

    /** Strings that occur only in the challenge pages themselves, not in the pages behind them. */
    private static final List<String> MARKS = List.of(
            "_cf_chl_opt", // Cloudflare
            "id=\"main-iframe\" src=\"/_Incapsula_Resource", // Imperva
            "id=\"sec-if-cpt-container\"", // Akamai
            "window.gokuProps", // AWS
            "id=\"anubis_challenge\"",
            "geo.captcha-delivery.com", // DataDome
            "id=\"px-captcha\"", // Human
            "sucuri_cloudproxy_js");

    private BotWall() {}

    /**
     * Returns whether a response is the challenge of a bot wall.
     *
     * @param ofSite whether it is a page of the checked site; then only the headers count, since the site's own pages
     *     may well be about bot walls
     */
    static boolean answered(Response.Answer answer, boolean ofSite) {
        if (answer.challenge()) {
            return true;
        }
        byte[] body = answer.body();
        if (ofSite || body.length > MAX_BYTES) {
            return false;
        }
        String text = new String(body, ISO_8859_1);
        return MARKS.stream().anyMatch(text::contains);
    }
}
