// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

/** How far a request has come. */
enum RequestPhase {
    /** The host's name is being looked up. */
    NAMING,
    /** A connection is awaited or made, with its TLS handshake. */
    CONNECTING,
    /** The request is on its way, nothing came back yet. */
    ASKED,
    /** The answer's header is there. */
    ANSWERED
}
