// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.toolchain;

import io.github.checklinks.source.file.SourceFiles;
import io.github.checklinks.source.reference.SourceReference;
import io.github.checklinks.source.toolchain.Toolchain.Document;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of the links of one page, and of those that the references of its document may become. */
public final class LinkKeys {

    private static final Pattern DOWNLOAD = Pattern.compile("^\\./_downloads/[0-9a-f]{16,64}/(?=[^/]+$)");

    /** A resource of Antora: version, component, module, family, path. */
    private static final Pattern RESOURCE =
            Pattern.compile("(?:([^@/:]+)@)?(?:(?:([^:/$#]*):)?([^:/$#]*):)?(?:(\\w+)\\$)?([^#]*)(#.*)?");

    private final SourceFiles files;
    private final Addresses addresses;
    private final Toolchain toolchain;
    private final Document document;
    private final SourceText text;
    private final String page;

    /**
     * Creates the keys of a page.
     *
     * @param page the path of the page in the site
     * @param text the text of its document
     */
    public LinkKeys(
            SourceFiles files,
            Addresses addresses,
            Toolchain toolchain,
            Document document,
            SourceText text,
            String page) {
        this.files = files;
        this.addresses = addresses;
        this.toolchain = toolchain;
        this.document = document;
        this.text = text;
        this.page = page;
    }

    /** Returns the key of a link of a page. */
    public static String of(Addresses addresses, String page, String link) {
        return DOWNLOAD.matcher(addresses.key(page, link)).replaceFirst("./_downloads/");
    }

    /** Returns the key of all links to an anchor that is unique in the site; empty if the key is not that of such a link. */
    public static String anywhere(String key) {
        int hash = key.startsWith("./") ? key.indexOf('#') : -1;
        return hash < 0 ? "" : "*" + key.substring(hash);
    }

    /** Returns the keys of the links that a reference may become, of which it becomes one. */
    public Set<String> of(SourceReference reference) {
        String target = reference.target().strip();
        Set<String> keys = new LinkedHashSet<>();
        if (target.startsWith(":") && toolchain.kind() == Kind.SPHINX) {
            sphinx(target, keys);
            return keys;
        }
        if (toolchain.kind() == Kind.MKDOCS && isDocument(target)) {
            keys.add(addresses.key(document.address(), target));
            return keys;
        }
        if (toolchain.kind() == Kind.ANTORA && !target.contains("://") && !target.startsWith("mailto:")) {
            antora(target, keys);
            if (target.contains(".adoc") && !keys.isEmpty()) {
                return keys;
            }
        }
        keys.add(addresses.key(page, target));
        keys.add(addresses.key(document.address(), target));
        if (target.startsWith("/") && !target.startsWith("//")) {
            keys.add(addresses.key("", target.substring(1)));
        }
        String images = text.attributes().get("imagesdir");
        if (images != null && !images.isEmpty() && isImage(reference)) {
            keys.add(addresses.key(page, images + "/" + target));
        }
        return keys;
    }

    /** Returns whether a reference leads to a file beside the document, whose address MkDocs puts in its place. */
    private boolean isDocument(String target) {
        int end = target.length();
        for (char stop : new char[] {'#', '?'}) {
            int at = target.indexOf(stop);
            end = at < 0 ? end : Math.min(end, at);
        }
        String path = target.substring(0, end).replace("%20", " ");
        return !path.isEmpty()
                && !path.contains(":")
                && Includes.find(files, List.of(document.file().resolveSibling("")), path) != null;
    }

    private boolean isImage(SourceReference reference) {
        int from = reference.offset();
        return from >= 6 && text.text().substring(Math.max(0, from - 7), from).matches("(?s).*image::?");
    }

    private void sphinx(String target, Set<String> keys) {
        int end = target.indexOf(':', 1);
        String role = target.substring(1, end);
        String path = target.substring(end + 1);
        switch (role) {
            case "doc" ->
                keys.add(
                        path.startsWith("/")
                                ? addresses.key("", path.substring(1) + ".rst")
                                : addresses.key(document.address(), path + ".rst"));
            case "ref" -> keys.add("*#" + path);
            case "image" -> {
                keys.add(addresses.key("", "_images/" + path.substring(path.lastIndexOf('/') + 1)));
                if (path.contains("://")) {
                    keys.add(addresses.key("", path));
                }
            }
            case "download" -> keys.add(addresses.key("", "_downloads/" + path.substring(path.lastIndexOf('/') + 1)));
            default -> {
                // no role of links
            }
        }
    }

    private void antora(String target, Set<String> keys) {
        Root own = toolchain.roots().stream()
                .filter(root -> document.file().startsWith(root.directory()))
                .findFirst()
                .orElse(null);
        boolean family = target.startsWith("#") && target.contains("$");
        Matcher resource = RESOURCE.matcher(family ? target.substring(1) : target);
        if (own == null || !resource.matches() || resource.group(1) != null) {
            return;
        }
        String component = resource.group(2);
        String module = resource.group(3);
        boolean elsewhere =
                component != null && !component.isEmpty() && !own.at().startsWith(component + "/");
        String at = elsewhere
                ? null
                : module == null || module.isEmpty() && component == null
                        ? own.at()
                        : AntoraModules.at(toolchain.home(), toolchain.roots(), module);
        if (at == null) {
            return;
        }
        String path = AntoraModules.relative(resource.group(5));
        String anchor = resource.group(6) == null ? "" : resource.group(6);
        switch (resource.group(4) == null ? "" : resource.group(4)) {
            case "attachment" -> keys.add(addresses.key(at, "_attachments/" + path));
            case "image" -> keys.add(addresses.key(at, "_images/" + path));
            default -> {
                if (path.endsWith(".adoc")) {
                    boolean beside = path.startsWith("./") || path.startsWith("../");
                    keys.add(addresses.key(beside ? document.address() : at, path + anchor));
                } else if (!path.isEmpty()) {
                    keys.add(addresses.key(at, "_images/" + path));
                }
            }
        }
    }
}
