// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

/** Why a target gave no usable response. Which rule that breaks, if any, is for the judge to say. */
public enum FailureCause {
    /** The request, or one of its phases, took longer than its limit. */
    TIMED_OUT,
    /** There was no connection, or it ended before a complete answer that can be decoded had arrived. */
    UNREACHABLE,
    /** The certificate of the server could not be verified. */
    UNTRUSTED,
    /** The host name has no address. */
    UNKNOWN_HOST,
    /** The host has an address to which no request may be sent. */
    FORBIDDEN_ADDRESS,
    /** The host asked for a pause again and again, or for one longer than allowed. */
    RATE_LIMITED,
    /** The server's robots.txt forbids the request. */
    ROBOTS_FORBIDDEN,
    /** The server answered the request for its robots.txt with an error, which forbids all requests. */
    ROBOTS_UNAVAILABLE,
    /** A redirect has no {@code Location}. */
    REDIRECT_WITHOUT_LOCATION,
    /** A redirect leads to what no browser follows a redirect to. */
    REDIRECT_NOT_FOLLOWED,
    /** The record of external links, which alone may be used, does not have the URL. */
    UNRECORDED,
    /** The page was truncated at the size limit. */
    TRUNCATED,
    /** A file or directory below a local root cannot be read. */
    UNREADABLE_FILE
}
