// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url.idna;

import org.jspecify.annotations.Nullable;

/** Encodes and decodes the Punycode of one label, without its {@code xn--} (RFC 3492). */
final class Punycode {

    /**
     * The maximum length of a label, in UTF-16 code units: the work grows quadratically, and beyond 1,900 the integers
     * would overflow.
     */
    static final int MAX_LENGTH = 1000;

    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 0x80;

    private Punycode() {}

    /** Encodes a label of whole code points, no longer than {@link #MAX_LENGTH}. */
    static String encode(String label) {
        int[] input = label.codePoints().toArray();
        StringBuilder out = new StringBuilder(label.length() + 16);
        for (int codePoint : input) {
            if (codePoint < INITIAL_N) {
                out.append((char) codePoint);
            }
        }
        int basic = out.length();
        if (basic > 0) {
            out.append('-');
        }
        int n = INITIAL_N;
        int delta = 0;
        int bias = INITIAL_BIAS;
        int handled = basic;
        while (handled < input.length) {
            int next = Integer.MAX_VALUE;
            for (int codePoint : input) {
                if (codePoint >= n && codePoint < next) {
                    next = codePoint;
                }
            }
            delta += (next - n) * (handled + 1);
            n = next;
            for (int codePoint : input) {
                if (codePoint < n) {
                    delta++;
                } else if (codePoint == n) {
                    appendInteger(out, delta, bias);
                    bias = adapt(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            n++;
        }
        return out.toString();
    }

    private static void appendInteger(StringBuilder out, int value, int bias) {
        int q = value;
        for (int k = BASE; ; k += BASE) {
            int t = threshold(k, bias);
            if (q < t) {
                out.append(digit(q));
                return;
            }
            out.append(digit(t + (q - t) % (BASE - t)));
            q = (q - t) / (BASE - t);
        }
    }

    /** Decodes an ASCII label no longer than {@link #MAX_LENGTH}; returns null if it is not valid Punycode. */
    static @Nullable String decode(String label) {
        int n = INITIAL_N;
        int i = 0;
        int bias = INITIAL_BIAS;
        int basic = Math.max(label.lastIndexOf('-'), 0);
        int[] output = new int[label.length()];
        int length = 0;
        while (length < basic) {
            output[length] = label.charAt(length);
            length++;
        }
        int in = basic > 0 ? basic + 1 : 0;
        while (in < label.length()) {
            long value = i;
            long weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = in < label.length() ? value(label.charAt(in++)) : -1;
                if (digit < 0) {
                    return null;
                }
                value += digit * weight;
                if (value > Integer.MAX_VALUE) {
                    return null;
                }
                int t = threshold(k, bias);
                if (digit < t) {
                    break;
                }
                weight = Math.min(weight * (BASE - t), Integer.MAX_VALUE);
            }
            bias = adapt((int) value - i, length + 1, i == 0);
            n += (int) (value / (length + 1));
            i = (int) (value % (length + 1));
            if (n > Character.MAX_CODE_POINT
                    || n < 0
                    || (n >= Character.MIN_SURROGATE && n <= Character.MAX_SURROGATE)) {
                return null;
            }
            System.arraycopy(output, i, output, i + 1, length - i);
            output[i++] = n;
            length++;
        }
        return new String(output, 0, length);
    }

    private static int threshold(int k, int bias) {
        return Math.max(T_MIN, Math.min(T_MAX, k - bias));
    }

    private static int adapt(int delta, int points, boolean first) {
        int d = first ? delta / DAMP : delta / 2;
        d += d / points;
        int k = 0;
        while (d > (BASE - T_MIN) * T_MAX / 2) {
            d /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * d / (d + SKEW);
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }

    private static int value(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0' + 26;
        }
        int lower = c | 0x20;
        return c < 128 && lower >= 'a' && lower <= 'z' ? lower - 'a' : -1;
    }
}
