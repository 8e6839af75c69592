// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import io.github.checklinks.extract.Bytes;

/** A parser of the value of a {@code meta} refresh (HTML §4.2.5.3, "shared declarative refresh steps"). */
public final class MetaRefresh {

    private byte[] value = new byte[0];
    private int at;
    private int end;
    private boolean atOnce;
    private int to;

    /** Parses a value; returns whether it has a URL. */
    public boolean read(byte[] utf8, int from, int finish) {
        value = utf8;
        at = from;
        end = finish;
        skipSpace();
        if (!readTime()) {
            return false;
        }
        if (at < end) {
            if (!isSeparator(value[at]) && !Bytes.isSpace(value[at])) {
                return false;
            }
            skipSpace();
            if (at < end && isSeparator(value[at])) {
                at++;
            }
            skipSpace();
        }
        to = end;
        readUrl();
        return at < to;
    }

    private boolean readTime() {
        int digits = at;
        atOnce = true;
        while (at < end && Bytes.isDigit(value[at])) {
            atOnce &= value[at] == '0';
            at++;
        }
        if (at == digits && (at == end || value[at] != '.')) {
            return false;
        }
        while (at < end && (Bytes.isDigit(value[at]) || value[at] == '.')) {
            at++;
        }
        return true;
    }

    private void readUrl() {
        if (at == end || Bytes.toLower(value[at]) == 'u') {
            int url = at;
            if (!Bytes.startsWith(value, at, end, "url")) {
                return;
            }
            at += 3;
            skipSpace();
            if (at == end || value[at] != '=') {
                at = url;
                return;
            }
            at++;
            skipSpace();
        }
        if (at < end && (value[at] == '"' || value[at] == '\'')) {
            byte quote = value[at++];
            to = Bytes.find(value, at, end, quote);
        }
    }

    private void skipSpace() {
        while (at < end && Bytes.isSpace(value[at])) {
            at++;
        }
    }

    private static boolean isSeparator(byte c) {
        return c == ';' || c == ',';
    }

    /** Returns whether the delay is zero; fractions of a second are ignored. */
    boolean isAtOnce() {
        return atOnce;
    }

    /** Returns the start of the URL. */
    public int from() {
        return at;
    }

    /** Returns the end of the URL, exclusive. */
    public int to() {
        return to;
    }
}
