// SPDX-License-Identifier: Apache-2.0
/** Connections: addresses of hosts, TLS, and the headers of answers as browsers accept them. */
@NullMarked
package io.github.checklinks.fetch.connection;

import org.jspecify.annotations.NullMarked;
