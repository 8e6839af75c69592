// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

/** Parses numbers. */
public final class NumberParameter {

    private NumberParameter() {}

    /**
     * Parses a whole number.
     *
     * @param least the smallest valid number; -1 stands for no limit
     * @param example a valid number for the message
     */
    public static int whole(String element, String text, int least, int example) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            // reported below
        }
        String valid = least < 0 ? "a whole number, or -1 for no limit" : "a whole number of at least " + least;
        throw InvalidParameter.value(element, text, valid, Integer.toString(example));
    }

    /** Parses a percentage, with or without a percent sign. */
    public static double percent(String element, String text) {
        String digits = text.strip();
        try {
            double number =
                    Double.parseDouble(digits.endsWith("%") ? digits.substring(0, digits.length() - 1) : digits);
            if (number >= 0 && number <= 100) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            // reported below
        }
        throw InvalidParameter.value(element, text, "a number from 0 to 100", "2.5");
    }
}
