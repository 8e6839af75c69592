// SPDX-License-Identifier: Apache-2.0
/** Connections: host name resolution, TLS, and lenient parsing of HTTP/1.1 response headers. */
@NullMarked
package io.github.checklinks.fetch.connection;

import org.jspecify.annotations.NullMarked;
