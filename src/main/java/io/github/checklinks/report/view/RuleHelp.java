// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

import io.github.checklinks.model.Rule;

/** What a rule means and what to do about it, in a few sentences, for people who meet it in a report. */
public final class RuleHelp {

    private RuleHelp() {}

    /** The rule's summary as a sentence. */
    public static String summary(Rule rule) {
        String words = rule.summary();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    /** What to do. */
    public static String advice(Rule rule) {
        return switch (rule) {
            case OK, REDIRECTED -> "There is nothing to do.";
            case SKIPPED -> "The detail says why it was left alone; if it should be checked, change what excludes it.";
            case KNOWN -> "Mend the link, then write the baseline again, so that it cannot break unnoticed.";
            case MOVED -> "Link to the address that the server names, before it stops doing so.";
            case MALFORMED_URL -> "Correct the address: look for stray spaces, brackets, a missing or doubled part.";
            case MISSING_FILE ->
                "Correct the link, or see that the page is built: look for letter case, a renamed page, and what the base of the site is.";
            case MISSING_FRAGMENT ->
                "Link to an anchor that the page has, or give the heading a fixed id, so that it does not change with its words.";
            case NOT_FOUND -> "Look for where the page went and link there, or take the link out.";
            case BAD_STATUS -> "Open the address in a browser; if it works there, add the status to acceptStatuses.";
            case BLOCKED ->
                "Open the address in a browser; if it works there, give its host credentials, a longer interval, or exclude it.";
            case SERVER_ERROR -> "Try again later; if it stays, tell whoever runs the server, or link elsewhere.";
            case TIMED_OUT -> "Try again later; if the server is always slow, raise responseTimeout.";
            case UNREACHABLE ->
                "Try again later; look for a wrong port, a firewall, or a proxy that is not in settings.xml.";
            case UNTRUSTED ->
                "Tell whoever runs the server that its certificate is wrong; if it is a company's own, add it to Java's trust store.";
            case UNKNOWN_HOST -> "Correct the host's name; if its owner gave it up, take the link out.";
            case NO_NETWORK ->
                "Check the network and the proxies of settings.xml, or run with -o to leave links to other sites alone.";
            case REDIRECT_LOOP -> "Open the address in a browser; if it fails there too, link elsewhere.";
            case START_REDIRECTED ->
                "Set site to the address that is to be checked; if it wants a login, pass it with headers, or check the directory that the site is built in.";
            case TOO_LARGE -> "Raise maxBodySize, or split the page.";
            case UNREADABLE ->
                "Give the user that runs the build, and the server that publishes the site, the right to read the file, or build it anew.";
            case OUTSIDE_SITE -> "Remove a ../ too many, or set siteUrl, so that it is known what lies above the site.";
            case LOCAL_ADDRESS -> "Link to a public address: readers cannot reach this one.";
            case PLACEHOLDER ->
                "Fill in the placeholder where the page is made: a property is missing or filtering is off.";
            case ORPHAN -> "Link to the page from another one or from the menu, or remove it.";
        };
    }
}
