/** The words of the trade: what a link is, what a visit found, what was concluded. Opening this folder is reading the glossary. */
@NullMarked
package io.github.checklinks;

import org.jspecify.annotations.NullMarked;
