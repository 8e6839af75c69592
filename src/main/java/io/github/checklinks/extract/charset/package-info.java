// SPDX-License-Identifier: Apache-2.0
/** Character encodings of documents and character references in attribute values. */
@NullMarked
package io.github.checklinks.extract.charset;

import org.jspecify.annotations.NullMarked;
