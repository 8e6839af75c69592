// SPDX-License-Identifier: Apache-2.0
/** Reading a document of any type that has links. */
@NullMarked
package io.github.checklinks.extract.reader;

import org.jspecify.annotations.NullMarked;
