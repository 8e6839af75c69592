package io.github.checklinks.extract;

/** The links of a style sheet. */
final class CssExtractor {

    void read(byte[] css, int begin, int finish, Place place, boolean muted, int offset, LinkSink sink) {}
}
