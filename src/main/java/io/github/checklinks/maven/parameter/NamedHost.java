// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import io.github.checklinks.crawl.target.HostRule;
import io.github.checklinks.fetch.HostSettings;

/**
 * One item of the parameter {@code hosts}.
 *
 * @param sent the credentials and headers for requests to these hosts, and whether their certificates are verified
 * @param rule the request limits of these hosts, and how their responses are judged
 */
public record NamedHost(HostSettings sent, HostRule rule) {}
