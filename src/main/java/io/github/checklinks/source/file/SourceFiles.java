// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files below one directory, read lazily, with a cache of the last few. Files outside the directory, or reached through a symbolic link
 * below it, are neither read nor named.
 */
public final class SourceFiles {

    /** Maximum size of a file to read, in bytes; larger files are named, but not read. */
    private static final long MAX_BYTES = 4 << 20;

    private static final int CACHED_FILES = 8;

    private final Path base;
    private final Map<Path, String> texts = new LinkedHashMap<>(CACHED_FILES, 0.75f, true);

    /**
     * Creates a view of the files below a directory.
     *
     * @param base the directory, to which reported names are relative
     */
    public SourceFiles(Path base) {
        this.base = base.toAbsolutePath().normalize();
    }

    /** Returns the file with a relative path below a directory; null if it does not exist, or must not be named. */
    public @Nullable Path find(Path directory, String name) {
        try {
            Path file = directory.resolve(name).toAbsolutePath().normalize();
            return file.startsWith(directory.toAbsolutePath().normalize()) && isAccessible(file) ? file : null;
        } catch (InvalidPathException noName) {
            return null;
        }
    }

    /** Returns the normalized path of a file; null if it does not exist, or must not be named. */
    public @Nullable Path find(Path file) {
        Path normal = file.toAbsolutePath().normalize();
        return isAccessible(normal) ? normal : null;
    }

    /** Returns whether a path is a regular file below the base, reached through no symbolic link below the base. */
    private boolean isAccessible(Path file) {
        if (!file.startsWith(base) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            return file.toRealPath().equals(base.toRealPath().resolve(base.relativize(file)));
        } catch (IOException gone) {
            return false;
        }
    }

    /** Returns the name of a file, as reported. */
    public String name(Path file) {
        return base.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    /** Returns the text of a file, decoded as UTF-8, or as ISO 8859-1 if it is not valid UTF-8; empty if it is too large or cannot be read. */
    public String text(Path file) {
        String known = texts.get(file);
        if (known != null) {
            return known;
        }
        String text = read(file);
        texts.put(file, text);
        if (texts.size() > CACHED_FILES) {
            texts.remove(texts.keySet().iterator().next());
        }
        return text;
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                return "";
            }
            byte[] bytes = Files.readAllBytes(file);
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException other) {
                return new String(bytes, StandardCharsets.ISO_8859_1);
            }
        } catch (IOException unreadable) {
            return "";
        }
    }
}
