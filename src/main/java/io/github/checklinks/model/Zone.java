// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.util.Locale;

/** On which side of the site's border a target lies. */
public enum Zone {
    /** Below the site's base, or below a mapping. */
    SITE,
    /** Everywhere else. */
    EXTERNAL;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The name users read and write, such as {@code external}. */
    public String id() {
        return id;
    }
}
