// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.util.Locale;

/** The severity of a verdict. */
public enum Severity {
    NONE,
    WARNING,
    ERROR;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** Returns the name used in configuration and reports, such as {@code error}. */
    public String id() {
        return id;
    }
}
