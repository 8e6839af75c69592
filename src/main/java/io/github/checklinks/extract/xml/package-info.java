// SPDX-License-Identifier: Apache-2.0
/** Extraction of links from XML documents: sitemaps, feeds, and what is specific to XML in XHTML and SVG. */
@NullMarked
package io.github.checklinks.extract.xml;

import org.jspecify.annotations.NullMarked;
