// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.directory;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A URL prefix that is served from a local directory.
 *
 * @param url an http or https URL with a final slash
 * @param directory the local directory; null if it is another module's site that is not built yet: links there are
 *     skipped as {@code other-module}
 */
public record Mapping(String url, @Nullable Path directory) {}
