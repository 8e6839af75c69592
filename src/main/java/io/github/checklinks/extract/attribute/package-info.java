// SPDX-License-Identifier: Apache-2.0
/** Which attributes of which elements hold links, compiled into tables for the readers. */
@NullMarked
package io.github.checklinks.extract.attribute;

import org.jspecify.annotations.NullMarked;
