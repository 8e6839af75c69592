// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

/** Numbers as users write them. */
public final class NumberParameter {

    private NumberParameter() {}

    /**
     * Reads a whole number.
     *
     * @param least the smallest that is allowed; -1 is the one that means no limit
     * @param example a number that would do
     */
    public static int whole(String element, String text, int least, int example) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            // told below, with what would have been one
        }
        String allowed = least < 0 ? "a whole number, or -1 for no limit" : "a whole number from " + least + " up";
        throw InvalidParameter.value(element, text, allowed, Integer.toString(example));
    }

    /** Reads a share of a hundred, with or without its sign. */
    public static double percent(String element, String text) {
        String digits = text.strip();
        try {
            double number =
                    Double.parseDouble(digits.endsWith("%") ? digits.substring(0, digits.length() - 1) : digits);
            if (number >= 0 && number <= 100) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            // told below, with what would have been one
        }
        throw InvalidParameter.value(element, text, "a number from 0 to 100", "2.5");
    }
}
