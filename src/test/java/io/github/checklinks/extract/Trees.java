// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import java.util.List;

/** Places whose pages are read as trees. */
final class Trees {

    /** The standard places; the selector matches nothing. */
    static final Places STANDARD = Places.of(List.of(), List.of("no-such-element"));

    private Trees() {}
}
