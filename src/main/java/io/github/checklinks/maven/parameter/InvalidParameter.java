// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import io.github.checklinks.url.Redaction;
import java.util.Collection;

/** Creates exceptions for invalid parameters, with the name, the value, the valid values and an example. */
public final class InvalidParameter {

    private InvalidParameter() {}

    /**
     * Returns an exception for an invalid value.
     *
     * @param element the element of the parameter, with its position in a list if needed
     * @param value the invalid value; its userinfo is not shown
     * @param valid what the value must be, as in "must be a whole number"
     * @param example a valid value
     */
    public static IllegalArgumentException value(String element, String value, String valid, String example) {
        return new IllegalArgumentException(element + " is \"" + Redaction.url(value) + "\" but must be " + valid
                + ". Example: " + element(element, example));
    }

    /** Returns an exception for an unknown name, with the most similar known one. */
    static IllegalArgumentException name(String what, String name, Collection<String> known) {
        return new IllegalArgumentException("unknown " + what + " \"" + name + "\"; the nearest known name is \""
                + NearestName.of(name, known) + "\"");
    }

    private static String element(String name, String example) {
        return name.chars().allMatch(Character::isLetterOrDigit)
                ? "<" + name + ">" + example + "</" + name + ">"
                : example;
    }
}
