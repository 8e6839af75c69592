// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file that is replaced as a whole: readers see the old content or the new one, never a part, also after a failure. The new content
 * is written to a temporary file in the same directory, which is then moved into place. Where the file system cannot move atomically,
 * the file is missing for a moment.
 *
 * <p>The file gets the permissions of a new file. A symbolic link is replaced, not followed. The content is not forced to the disk, so that
 * it may be lost in a power failure.
 */
public final class AtomicFile {

    private AtomicFile() {}

    /** The content of a file, written once. */
    @FunctionalInterface
    public interface Content {

        /** Writes the content. The stream is not buffered and need not be closed. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file and the directories above it. If that fails, an existing file is unchanged and no temporary file remains.
     *
     * @throws IOException if the file cannot be written, or from the content
     */
    public static void write(Path file, Content content) throws IOException {
        Path directory = file.getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        Path draft = draft(file);
        OutputStream opened = Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW);
        try {
            try (OutputStream out = opened) {
                content.writeTo(out);
            }
            move(draft, file);
        } catch (IOException | RuntimeException | Error failure) {
            delete(draft, failure);
            throw failure;
        }
    }

    /**
     * Writes a file that contains a text.
     *
     * @throws CharacterCodingException if the charset cannot encode the text
     */
    public static void write(Path file, CharSequence text, Charset charset) throws IOException {
        ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
        write(file, out -> out.write(bytes.array(), bytes.arrayOffset(), bytes.remaining()));
    }

    /**
     * Returns a new name in the directory of a file. Not {@link Files#createTempFile}: its files are readable by their owner only, and
     * a CI server may read them as another user. The random number separates concurrent builds; it need not be unpredictable, as an
     * existing file is never opened.
     */
    private static Path draft(Path file) {
        String number = Long.toHexString(ThreadLocalRandom.current().nextLong());
        return file.resolveSibling("." + file.getFileName() + "." + number);
    }

    private static void move(Path draft, Path file) throws IOException {
        try {
            // Some file systems ignore the first option and then need the second to replace a file.
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path draft, Throwable failure) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException again) {
            failure.addSuppressed(again);
        }
    }
}
