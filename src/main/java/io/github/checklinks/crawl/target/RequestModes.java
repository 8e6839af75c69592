// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.target;

import io.github.checklinks.fetch.RequestMode;
import java.util.Locale;
import java.util.Set;

/** Chooses what is requested for a URL of the served site: the content if it may be a page, else only the status. */
public final class RequestModes {

    /** Extensions of files that have neither links nor anchors. */
    private static final Set<String> OTHER_EXTENSIONS = Set.of(
            "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "bmp", "svg", "js", "mjs", "map", "json", "pdf", "zip",
            "gz", "tgz", "bz2", "xz", "7z", "tar", "jar", "war", "exe", "dmg", "deb", "rpm", "iso", "woff", "woff2",
            "ttf", "otf", "eot", "mp3", "mp4", "m4a", "ogg", "ogv", "webm", "wav", "txt", "csv", "doc", "docx", "xls",
            "xlsx", "ppt", "pptx", "odt", "ods", "ps", "eps", "class", "java", "sh", "bin");

    private static final String SVG = ".svg";

    private RequestModes() {}

    /** Returns whether a path is that of an SVG picture. */
    public static boolean isPicture(String path) {
        return path.regionMatches(true, path.length() - SVG.length(), SVG, 0, SVG.length());
    }

    /**
     * Returns what is requested for a URL.
     *
     * @param opened whether it is opened as a document, so that the links of a picture count
     */
    public static RequestMode of(String path, boolean opened) {
        return opened && isPicture(path) ? RequestMode.CONTENT : of(path);
    }

    private static RequestMode of(String path) {
        int dot = path.lastIndexOf('.');
        boolean hasExtension = dot > path.lastIndexOf('/');
        boolean isFile = hasExtension
                && OTHER_EXTENSIONS.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT))
                && !path.endsWith("/manifest.json");
        boolean isSitemap = path.toLowerCase(Locale.ROOT).endsWith(".xml.gz");
        return isFile && !isSitemap ? RequestMode.STATUS : RequestMode.CONTENT;
    }
}
