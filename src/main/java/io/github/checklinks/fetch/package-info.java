/** Single HTTP requests: settings, requests, responses, and which hosts, addresses and proxies are used. */
@NullMarked
package io.github.checklinks.fetch;

import org.jspecify.annotations.NullMarked;
