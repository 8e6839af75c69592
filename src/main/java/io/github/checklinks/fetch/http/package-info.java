// SPDX-License-Identifier: Apache-2.0
/** Requests over Apache HttpClient. */
@NullMarked
package io.github.checklinks.fetch.http;

import org.jspecify.annotations.NullMarked;
