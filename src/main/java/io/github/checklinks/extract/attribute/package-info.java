// SPDX-License-Identifier: Apache-2.0
/** The attributes that hold links, compiled into lookup tables for the extractors. */
@NullMarked
package io.github.checklinks.extract.attribute;

import org.jspecify.annotations.NullMarked;
