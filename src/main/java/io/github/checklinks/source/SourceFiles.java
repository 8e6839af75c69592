// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

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

/** The files below one directory, read when they are asked for; the last few are kept. Nothing outside the directory is read or named, nor what a symbolic link leads to. */
final class SourceFiles {

    /** Larger files are named, but not looked into. */
    private static final long LARGEST = 4 << 20;

    private static final int KEPT = 8;

    private final Path base;
    private final Map<Path, String> texts = new LinkedHashMap<>(KEPT, 0.75f, true);

    /**
     * None read yet.
     *
     * @param base what names are relative to
     */
    SourceFiles(Path base) {
        this.base = base.toAbsolutePath().normalize();
    }

    /** The file of that name below a directory; null when there is none, or it is not ours to name. */
    @Nullable
    Path find(Path directory, String name) {
        try {
            Path file = directory.resolve(name).toAbsolutePath().normalize();
            return file.startsWith(directory.toAbsolutePath().normalize()) && isOurs(file) ? file : null;
        } catch (InvalidPathException noName) {
            return null;
        }
    }

    /** The same file; null when it does not exist, or is not ours to name. */
    @Nullable
    Path find(Path file) {
        Path normal = file.toAbsolutePath().normalize();
        return isOurs(normal) ? normal : null;
    }

    /** Whether it is a file below the base that no symbolic link below the base leads to. */
    private boolean isOurs(Path file) {
        if (!file.startsWith(base) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            return file.toRealPath().equals(base.toRealPath().resolve(base.relativize(file)));
        } catch (IOException gone) {
            return false;
        }
    }

    /** The name of a file as it is told. */
    String name(Path file) {
        return base.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    /** What a file says, as UTF-8 or else as Latin-1; empty when it is too large or cannot be read. */
    String text(Path file) {
        String known = texts.get(file);
        if (known != null) {
            return known;
        }
        String text = read(file);
        texts.put(file, text);
        if (texts.size() > KEPT) {
            texts.remove(texts.keySet().iterator().next());
        }
        return text;
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
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
