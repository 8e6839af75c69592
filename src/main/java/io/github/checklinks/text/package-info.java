// SPDX-License-Identifier: Apache-2.0
/** Text made safe to print, quoted or compared, and words for failures of the system. */
@NullMarked
package io.github.checklinks.text;

import org.jspecify.annotations.NullMarked;
