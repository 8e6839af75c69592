// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.charset;

import io.github.checklinks.extract.Bytes;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.url.QueryEncoding;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A converter of documents to UTF-8. The encoding is determined by, in this order, byte order mark, HTTP header, declaration in the
 * document, UTF-8 if it is valid, windows-1252 (HTML §13.2.3, CSS Syntax §3.2, XML appendix F). A document in UTF-8 is not copied.
 * Not thread-safe.
 */
public final class Decoding {

    private static final byte[] NOTHING = new byte[0];

    /** Eight plain bytes. */
    private static final long SPACES = 0x20 * Bytes.ONES;

    private byte[] text = NOTHING;
    private int length;
    private @Nullable String encoding;
    private @Nullable QueryEncoding queries;
    private String encodingOfQueries = "";

    /** Returns the buffer that holds the document as UTF-8, without byte order mark. */
    public byte[] text() {
        return text;
    }

    /** Returns the number of bytes of the text. */
    public int length() {
        return length;
    }

    /**
     * Returns the encoding of the queries of the document's links; null for UTF-8 (WHATWG Encoding §4.3, "get an output encoding") and if
     * the encoding was not determined because the document is ASCII.
     */
    @Nullable
    public QueryEncoding queries() {
        return encoding == null ? null : queries(encoding);
    }

    /** Returns the encoding of queries of a document that is ASCII, for links with character references that are not; null for UTF-8. */
    @Nullable
    public QueryEncoding queriesOfAscii(DocumentType documentType, int endOfMetas) {
        String declared = encoding == null ? charset(text, length, documentType, null, endOfMetas) : encoding;
        return declared == null ? null : queries(declared);
    }

    private @Nullable QueryEncoding queries(String name) {
        if (name.startsWith("UTF-") || name.equals(EncodingLabels.REPLACEMENT)) {
            return null;
        }
        if (queries == null || !name.equals(encodingOfQueries)) {
            queries = new QueryEncoding(EncodingLabels.charset(name), name.equals(EncodingLabels.GBK));
            encodingOfQueries = name;
        }
        return queries;
    }

    /** Releases the text. */
    public void release() {
        text = NOTHING;
        length = 0;
    }

    /**
     * Decodes a document.
     *
     * @param count the number of bytes of the document
     * @param httpCharset the charset of the HTTP header; null if there was none
     * @param endOfMetas an offset at or after the end of the last {@code meta} element of an HTML page
     */
    public void decode(
            byte[] bytes, int count, DocumentType documentType, @Nullable String httpCharset, int endOfMetas) {
        encoding = null;
        if (count >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            byte[] rest = new byte[count - 3];
            System.arraycopy(bytes, 3, rest, 0, rest.length);
            take(rest, rest.length, "UTF-8");
        } else if (count >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            transcode(bytes, 2, count, "UTF-16BE");
        } else if (count >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            transcode(bytes, 2, count, "UTF-16LE");
        } else if (documentType == DocumentType.MANIFEST) {
            // JSON is UTF-8 whatever charset is declared.
            take(bytes, count, "UTF-8");
        } else {
            if (httpCharset == null && isPlain(bytes, count)) {
                // The same in every charset.
                text = bytes;
                length = count;
            } else {
                take(bytes, count, charset(bytes, count, documentType, httpCharset, endOfMetas));
            }
        }
    }

    /** Returns whether the encoding of a document is ASCII-compatible by its first bytes: no byte order mark, no UTF-16 without one. */
    public static boolean hasAscii(byte[] bytes, int count) {
        return count < 2 || bytes[0] > 0 && bytes[1] > 0;
    }

    /** Returns whether all bytes are ASCII, without ESC (which starts escape sequences) and NUL (which occurs in UTF-16). */
    private static boolean isPlain(byte[] bytes, int count) {
        return (special(bytes, count) & Bytes.HIGHS) == 0;
    }

    /** Returns a word with the highest bit of a byte set if any byte is not plain. Never stops early, as nearly all pages are plain. */
    private static long special(byte[] bytes, int count) {
        long special = 0;
        int i = 0;
        for (; i + 32 <= count; i += 32) {
            special |= special32(bytes, i);
        }
        for (; i < count; i++) {
            special |= special(SPACES << 8 | bytes[i] & 0xFF);
        }
        return special;
    }

    /**
     * Does the same for 32 bytes. A method of its own, because a method called once per page reaches C2 only after seconds; with a short
     * loop, because back-edges make HotSpot compile it earlier.
     */
    private static long special32(byte[] bytes, int at) {
        long special = 0;
        for (int i = at; i < at + 32; i += 8) {
            special |= special(Bytes.word(bytes, i));
        }
        return special;
    }

    private static long special(long word) {
        return word | word - Bytes.ONES | Bytes.holds(word, 0x1B);
    }

    /** Returns the name of the declared charset; null if none is declared, which means UTF-8 if valid and windows-1252 otherwise. */
    private static @Nullable String charset(
            byte[] bytes, int count, DocumentType documentType, @Nullable String httpCharset, int endOfMetas) {
        String fromHttp = httpCharset == null ? null : EncodingLabels.charsetName(unquoted(httpCharset));
        if (fromHttp != null) {
            return fromHttp;
        }
        if (count >= 4 && bytes[0] == '<' && bytes[1] == 0 && bytes[3] == 0) {
            return "UTF-16LE";
        }
        if (count >= 4 && bytes[0] == 0 && bytes[1] == '<' && bytes[2] == 0) {
            return "UTF-16BE";
        }
        return switch (documentType) {
            case CSS -> inStyleSheet(bytes, count);
            case HTML -> {
                // The prescan does not know scripts, so that a meta in a script counts as well within its range.
                int end = Math.min(count, Math.max(endOfMetas, MetaCharset.PRESCAN));
                String inMeta = MetaCharset.find(bytes, 0, end);
                yield inMeta != null ? inMeta : inXmlDeclaration(bytes, count);
            }
            case XHTML -> {
                String inXml = inXmlDeclaration(bytes, count);
                yield inXml != null ? inXml : MetaCharset.find(bytes, 0, count);
            }
            case SVG, XML -> inXmlDeclaration(bytes, count);
            case MANIFEST -> "UTF-8";
        };
    }

    private static String unquoted(String charset) {
        String stripped = charset.strip();
        boolean quoted = stripped.length() >= 2
                && (stripped.charAt(0) == '"' || stripped.charAt(0) == '\'')
                && stripped.charAt(stripped.length() - 1) == stripped.charAt(0);
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }

    private static @Nullable String inStyleSheet(byte[] bytes, int count) {
        String start = new String(bytes, 0, Math.min(count, 128), StandardCharsets.ISO_8859_1);
        int quote = start.indexOf("\";", 10);
        return start.startsWith("@charset \"") && quote > 0 ? notUtf16(start.substring(10, quote)) : null;
    }

    private static @Nullable String inXmlDeclaration(byte[] bytes, int count) {
        if (!Bytes.startsWith(bytes, 0, count, "<?xml")) {
            return null;
        }
        int close = Bytes.find(bytes, 0, Math.min(count, 1024), '>');
        String declaration = new String(bytes, 0, close, StandardCharsets.ISO_8859_1);
        int encoding = declaration.indexOf("encoding");
        if (encoding < 0) {
            return null;
        }
        String rest = declaration.substring(encoding + "encoding".length()).strip();
        if (!rest.startsWith("=")) {
            return null;
        }
        rest = rest.substring(1).strip();
        if (rest.isEmpty() || (rest.charAt(0) != '"' && rest.charAt(0) != '\'')) {
            return null;
        }
        int end = rest.indexOf(rest.charAt(0), 1);
        return end < 0 ? null : notUtf16(rest.substring(1, end));
    }

    /** Returns the name of a charset that is declared in ASCII, so that a declaration of UTF-16 must be wrong and means UTF-8. */
    private static @Nullable String notUtf16(String label) {
        String name = EncodingLabels.charsetName(label);
        return name != null && name.startsWith("UTF-16") ? "UTF-8" : name;
    }

    private void take(byte[] bytes, int count, @Nullable String charset) {
        if (charset != null && !charset.equals("UTF-8")) {
            transcode(bytes, 0, count, charset);
        } else if (Utf8.isValid(bytes, 0, count)) {
            text = bytes;
            length = count;
            encoding = "UTF-8";
        } else {
            transcode(bytes, 0, count, charset == null ? "windows-1252" : "UTF-8");
        }
    }

    private void transcode(byte[] bytes, int from, int count, String charset) {
        encoding = charset;
        String decoded = charset.equals(EncodingLabels.REPLACEMENT)
                ? "\uFFFD"
                : new String(bytes, from, count - from, EncodingLabels.charset(charset));
        text = decoded.getBytes(StandardCharsets.UTF_8);
        length = text.length;
    }
}
