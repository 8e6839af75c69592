// SPDX-License-Identifier: Apache-2.0
/** Links of XML documents: sitemaps, feeds and SVG. */
@NullMarked
package io.github.checklinks.extract.xml;

import org.jspecify.annotations.NullMarked;
