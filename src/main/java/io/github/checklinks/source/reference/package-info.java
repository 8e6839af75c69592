// SPDX-License-Identifier: Apache-2.0
/** Parsers of the references in the source formats of documentation. */
@NullMarked
package io.github.checklinks.source.reference;

import org.jspecify.annotations.NullMarked;
