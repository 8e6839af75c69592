// SPDX-License-Identifier: Apache-2.0
/** The layouts of documentation toolchains: which document a page was built from, and where its references lead. */
@NullMarked
package io.github.checklinks.source.toolchain;

import org.jspecify.annotations.NullMarked;
