// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import io.github.checklinks.extract.Bytes;

/** An iterator over the image candidates of a {@code srcset} (HTML §4.8.4.3, "parse a srcset attribute"). */
public final class Srcset {

    private byte[] value = new byte[0];
    private int at;
    private int end;
    private int from;
    private int to;

    /** Starts at a value. */
    public void start(byte[] utf8, int begin, int finish) {
        value = utf8;
        at = begin;
        end = finish;
    }

    /** Moves to the next candidate; returns false if there is none. Candidates with invalid descriptors count as well. */
    public boolean next() {
        while (at < end && (Bytes.isSpace(value[at]) || value[at] == ',')) {
            at++;
        }
        if (at == end) {
            return false;
        }
        from = at;
        while (at < end && !Bytes.isSpace(value[at])) {
            at++;
        }
        to = at;
        if (value[to - 1] == ',') {
            while (value[to - 1] == ',') {
                to--;
            }
        } else {
            skipDescriptors();
        }
        return true;
    }

    /** Moves to the next comma outside parentheses, which do not nest. */
    private void skipDescriptors() {
        boolean inParentheses = false;
        for (; at < end; at++) {
            byte c = value[at];
            if (c == '(') {
                inParentheses = true;
            } else if (c == ')') {
                inParentheses = false;
            } else if (c == ',' && !inParentheses) {
                return;
            }
        }
    }

    /** Returns the start of the URL of the candidate. */
    public int from() {
        return from;
    }

    /** Returns the end of the URL of the candidate, exclusive. */
    public int to() {
        return to;
    }
}
