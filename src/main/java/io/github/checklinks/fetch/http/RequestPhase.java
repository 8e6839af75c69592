// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

/** The phases of a request. */
enum RequestPhase {
    /** The host name is being resolved. */
    RESOLVING,
    /** A connection is being leased from the pool or opened, including the TLS handshake. */
    CONNECTING,
    /** The request is being sent or has been sent, without an answer yet. */
    SENT,
    /** The header of the answer has been received. */
    RECEIVING
}
