// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.toolchain;

import io.github.checklinks.source.file.SourceFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A component of Antora: {@code antora.yml}, and {@code modules} with pages, partials, examples, images and attachments. */
final class Antora {

    private static final Pattern ATTRIBUTES = Pattern.compile(
            "^([ \\t]*)attributes:[ \\t]*\\r?\\n((?:\\1[ \\t]+\\S.*\\r?\\n?|[ \\t]*\\r?\\n){1,500}+)",
            Pattern.MULTILINE);
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "^[ \\t]+['\"]?([\\w-]+)['\"]?:[ \\t]+(?:'([^'\\n]*)'|\"([^\"\\n]*)\"|(\\S.*?))[ \\t]*$",
            Pattern.MULTILINE);

    private Antora() {}

    /** Returns the component in a directory; null if there is none. */
    static @Nullable Toolchain of(SourceFiles files, Path directory, boolean output) {
        Path descriptor = files.find(directory, "antora.yml");
        if (descriptor == null) {
            return null;
        }
        String text = files.text(descriptor);
        String name = Yaml.value(text, "name");
        if (name == null) {
            return null;
        }
        String version = Yaml.value(text, "version");
        boolean versioned = version != null && !version.equals("~") && !version.equals("null");
        String at = (name.equals("ROOT") ? "" : name + "/") + (versioned ? version + "/" : "");
        List<Root> roots = new ArrayList<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(directory.resolve("modules"))) {
            for (Path module : modules) {
                String own = module.getFileName().toString();
                roots.add(new Root(module.resolve("pages"), at + (own.equals("ROOT") ? "" : own + "/")));
            }
        } catch (IOException noModules) {
            return null;
        }
        Toolchain toolchain = new Toolchain(Kind.ANTORA, directory, roots, List.of(), List.of(descriptor), output);
        return toolchain.with(attributes(text), "/");
    }

    private static Map<String, String> attributes(String text) {
        // Antora sets these to paths relative to the page.
        Map<String, String> attributes = new HashMap<>(
                Map.of("attachmentsdir", "attachment$", "partialsdir", "partial$", "examplesdir", "example$"));
        Matcher block = ATTRIBUTES.matcher(text);
        if (block.find()) {
            Matcher attribute = ATTRIBUTE.matcher(block.group(2));
            while (attribute.find()) {
                for (int group = 2; group <= 4; group++) {
                    if (attribute.group(group) != null) {
                        attributes.put(attribute.group(1), attribute.group(group));
                    }
                }
            }
        }
        return attributes;
    }
}
