// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

/** The values of {@code checkExternal}. */
public enum ExternalCheck {
    /** All external links are requested. */
    TRUE,

    /** Those that the record does not have as good are requested. */
    NEW,

    /** None is requested; all are judged by the record. */
    RECORDED,

    /** None is requested or judged. */
    FALSE;

    /** Returns the value of the parameter. */
    public static ExternalCheck of(String text) {
        return EnumParameter.constant("checkExternal", text, ExternalCheck.class);
    }
}
