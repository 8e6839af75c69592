// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.util.Locale;

/** Whether a target belongs to the site. */
public enum Zone {
    /** Below the base URL of the site, or of a mapping. */
    SITE,
    /** Everywhere else. */
    EXTERNAL;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** Returns the name used in configuration and reports, such as {@code external}. */
    public String id() {
        return id;
    }
}
