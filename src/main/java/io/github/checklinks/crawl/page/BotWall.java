// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.checklinks.fetch.Response;
import java.util.List;

/** Recognises the page that a bot wall shows in place of the one that was asked for, with a status of success. */
final class BotWall {

    /** Such pages are small. */
    private static final int LONGEST = 64 << 10;

    /** What only the challenge itself has, not the pages behind it. */
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
     * Whether a bot wall answered.
     *
     * @param ofSite whether it is a page of the site under check, of which headers alone decide: its own pages may well be about bot
     *     walls
     */
    static boolean answered(Response.Answer answer, boolean ofSite) {
        if (answer.challenge()) {
            return true;
        }
        byte[] body = answer.body();
        if (ofSite || body.length > LONGEST) {
            return false;
        }
        String text = new String(body, ISO_8859_1);
        return MARKS.stream().anyMatch(text::contains);
    }
}
