// SPDX-License-Identifier: Apache-2.0
/** Internationalized domain names (UTS 46). */
@NullMarked
package io.github.checklinks.url.idna;

import org.jspecify.annotations.NullMarked;
