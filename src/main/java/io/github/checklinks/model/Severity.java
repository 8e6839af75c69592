// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.util.Locale;

/** How much a verdict weighs. */
public enum Severity {
    NONE,
    WARNING,
    ERROR;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The name users read and write, such as {@code error}. */
    public String id() {
        return id;
    }
}
