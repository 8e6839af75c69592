// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import io.github.checklinks.crawl.target.HostRule;
import io.github.checklinks.fetch.HostSettings;

/**
 * One item of the parameter {@code hosts}.
 *
 * @param sent what only these hosts are sent, and how far they are trusted
 * @param rule how politely they are asked, and how their answers are judged
 */
public record NamedHost(HostSettings sent, HostRule rule) {}
