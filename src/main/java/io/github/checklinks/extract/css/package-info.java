// SPDX-License-Identifier: Apache-2.0
/** Extraction of links from style sheets. */
@NullMarked
package io.github.checklinks.extract.css;

import org.jspecify.annotations.NullMarked;
