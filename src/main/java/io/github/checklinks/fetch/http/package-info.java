// SPDX-License-Identifier: Apache-2.0
/** The fetcher based on Apache HttpClient. */
@NullMarked
package io.github.checklinks.fetch.http;

import org.jspecify.annotations.NullMarked;
