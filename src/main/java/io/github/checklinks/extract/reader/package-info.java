// SPDX-License-Identifier: Apache-2.0
/** Extraction of links from a document of any type. */
@NullMarked
package io.github.checklinks.extract.reader;

import org.jspecify.annotations.NullMarked;
