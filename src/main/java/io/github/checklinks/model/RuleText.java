// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts about a rule: the only place from which messages, reports and the documentation take their words.
 *
 * @param summary a few words in lower case, for a reader who sees the rule for the first time; the documentation of the rule begins with it
 * @param pattern what is wrong with a link, in one line; each {@code {}} stands for a value
 * @param hint what to do about any such link; null if that depends on the link
 * @param advice what to do in general, in full sentences; the "Fix" of the documentation begins with it
 */
public record RuleText(
        String summary, String pattern, @Nullable String hint, String advice) {

    private static final String VALUE = "{}";

    private RuleText(String summary, String pattern, String advice) {
        this(summary, pattern, null, advice);
    }

    /** Returns the pattern with each {@code {}} replaced by the next value. */
    public String message(String... values) {
        int length = pattern.length();
        for (String value : values) {
            length += value.length();
        }
        StringBuilder message = new StringBuilder(length);
        int from = 0;
        for (String value : values) {
            int to = pattern.indexOf(VALUE, from);
            message.append(pattern, from, to).append(value);
            from = to + VALUE.length();
        }
        return message.append(pattern, from, pattern.length()).toString();
    }

    private static final RuleText[] TEXTS =
            Stream.of(Rule.values()).map(RuleText::text).toArray(RuleText[]::new);

    /** Returns the texts about a rule. */
    public static RuleText of(Rule rule) {
        return TEXTS[rule.ordinal()];
    }

    private static RuleText text(Rule rule) {
        return switch (rule) {
            case OK -> new RuleText("the target responded, and its anchor exists", VALUE, "No action needed.");
            case SKIPPED ->
                new RuleText(
                        "the link was not checked",
                        "not requested: {}",
                        "If the link should be checked, change the setting that the detail refers to.");
            case KNOWN ->
                new RuleText(
                        "broken, and listed in the baseline",
                        "known: {}",
                        "Correct the link, then run mvn check-links:baseline again, so that it cannot break unnoticed.");
            case REDIRECTED ->
                new RuleText(
                        "responded after redirects",
                        "redirected to {}",
                        "No action needed; linking to the final address saves readers a round trip.");
            case MOVED ->
                new RuleText(
                        "moved permanently",
                        "moved permanently to {}",
                        "Replace the link with the new address before the redirect is removed.");
            case MALFORMED_URL ->
                new RuleText(
                        "no browser can parse it as a URL",
                        VALUE,
                        "Correct the address: look for stray spaces or brackets, and for a missing or doubled part.");
            case MISSING_FILE ->
                new RuleText(
                        "the site has no such file",
                        "nothing at {}",
                        "Correct the link, or make sure that the page is built: check letter case, renamed pages and the base"
                                + " path of the site.");
            case MISSING_FRAGMENT ->
                new RuleText(
                        "the page has no such anchor",
                        "no anchor \"{}\" on {}",
                        "Link to an existing anchor, or give the heading an explicit anchor that does not change with its"
                                + " text.");
            case NOT_FOUND ->
                new RuleText(
                        "not found", "not found ({})", "Find where the page moved and link there, or remove the link.");
            case BAD_STATUS ->
                new RuleText(
                        "unexpected status",
                        "unexpected status {}",
                        "Open the address in a browser. If it works there, add the status to acceptStatuses.");
            case BLOCKED ->
                new RuleText(
                        "access denied",
                        "access denied ({})",
                        "Open the address in a browser. If it works there, configure credentials, a longer interval or"
                                + " acceptStatuses for the host in hosts, or exclude it.");
            case SERVER_ERROR ->
                new RuleText(
                        "server error",
                        "server error ({})",
                        "Run the build again later. If the error persists, notify the operator of the server, or link"
                                + " elsewhere.");
            case TIMED_OUT ->
                new RuleText(
                        "no answer in time",
                        VALUE,
                        "Run the build again later. For a server that is always slow, raise responseTimeout.");
            case UNREACHABLE ->
                new RuleText(
                        "the connection failed",
                        VALUE,
                        "Check for a wrong port, a firewall, or a proxy that is missing in settings.xml; otherwise try again"
                                + " later.");
            case UNTRUSTED ->
                new RuleText(
                        "the certificate could not be verified",
                        VALUE,
                        "Notify the operator of the server; if the certificate was issued by a company's own authority, add"
                                + " that to Java's trust store.");
            case UNKNOWN_HOST ->
                new RuleText(
                        "no such host",
                        VALUE,
                        "Correct the name. If its owner gave it up, remove the link before the domain is registered by"
                                + " someone else.");
            case NO_NETWORK ->
                new RuleText(
                        "no external host could be reached",
                        "no external host could be reached",
                        "Check the network and the proxies of settings.xml, or run with -o to skip links to other sites.");
            case UNRECORDED ->
                new RuleText(
                        "not in the record of external links",
                        VALUE,
                        "Run mvn check-links:record, which requests external links and updates the record, and commit it.");
            case REDIRECT_LOOP ->
                new RuleText(
                        "the redirects lead nowhere",
                        VALUE,
                        "Open the address in a browser. If it fails there, too, link elsewhere.");
            case START_REDIRECTED ->
                new RuleText(
                        "the crawl was redirected away from the site",
                        VALUE,
                        "Set site to the redirect target, if that is the site. If it is a login, pass credentials with"
                                + " headers, or check the directory in which the site is built.");
            case TOO_LARGE ->
                new RuleText(
                        "the page is too large to be read completely", VALUE, "Raise maxBodySize, or split the page.");
            case UNREADABLE ->
                new RuleText(
                        "a file or directory of the site cannot be read",
                        "{} cannot be read: {}",
                        "Give the user that runs Maven permission to read it (chmod a+r, for a directory a+rx), replace the"
                                + " symbolic link with its target, or build the site before it is checked, not at the same"
                                + " time.");
            case OUTSIDE_SITE ->
                new RuleText(
                        "points above the site's root",
                        "points above the site's root; set siteUrl so that it can be checked",
                        "set siteUrl to the URL at which the site is published",
                        "Set siteUrl, or remove a superfluous ../.");
            case LOCAL_ADDRESS ->
                new RuleText(
                        "points to a local or private address",
                        "points to a local or private address",
                        "Link to a public address, or format it as code instead of a link.");
            case PLACEHOLDER ->
                new RuleText(
                        "unresolved placeholder",
                        "unresolved placeholder",
                        "Make sure that the property exists and that the file is filtered.");
            case ORPHAN ->
                new RuleText(
                        "no other page links to it",
                        "no other page links to this one",
                        "link to it from a page or the menu, or delete it",
                        "Link to it from a page or the menu, or delete it.");
        };
    }
}
