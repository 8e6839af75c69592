// SPDX-License-Identifier: Apache-2.0
/** Links of style sheets. */
@NullMarked
package io.github.checklinks.extract.css;

import org.jspecify.annotations.NullMarked;
