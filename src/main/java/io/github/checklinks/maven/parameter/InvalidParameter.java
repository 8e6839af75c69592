// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import io.github.checklinks.url.Redaction;
import java.util.Collection;

/** The words for a parameter that cannot be obeyed: its name as typed, the value, what is allowed and an example. */
public final class InvalidParameter {

    private InvalidParameter() {}

    /**
     * A value that is not allowed.
     *
     * @param element the parameter's element, with its place in a list where that helps
     * @param value what was typed; a userinfo in it is not shown
     * @param allowed what is allowed, in words
     * @param example a value that would do
     */
    public static IllegalArgumentException value(String element, String value, String allowed, String example) {
        return new IllegalArgumentException(element + " is \"" + Redaction.url(value) + "\", but allowed is " + allowed
                + ". Example: " + element(element, example));
    }

    /** A name nobody knows, with the one that was probably meant. */
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
