// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.util.Locale;

/** Why a link was not checked. */
public enum SkipReason {
    SCHEME,
    EXCLUDED,
    IGNORED,
    OFFLINE,
    EXTERNAL,
    PRIVATE_ADDRESS,
    RESERVED_NAME,
    ROBOTS,
    RESOURCE_HINT,
    FORM,
    OTHER_MODULE,
    LIMIT;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Returns the detail of the verdict, such as {@code private-address}. */
    public String id() {
        return id;
    }
}
