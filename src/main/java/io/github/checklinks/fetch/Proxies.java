// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Selects the proxy for a URL. */
public final class Proxies {

    private record Choice(HttpSettings.Proxy proxy, List<Pattern> direct) {}

    private final List<Choice> choices;

    public Proxies(List<HttpSettings.Proxy> proxies) {
        choices = proxies.stream()
                .map(proxy -> new Choice(proxy, patterns(proxy.nonProxyHosts())))
                .toList();
    }

    /** Returns the first proxy for the scheme; null if there is none, if the host is one of its {@code nonProxyHosts}, or if the host is loopback. */
    public HttpSettings.@Nullable Proxy of(String scheme, String host) {
        if (choices.isEmpty() || HostLiterals.isLoopback(host)) {
            return null;
        }
        String bare = HostLiterals.withoutBrackets(host);
        for (Choice choice : choices) {
            if (choice.proxy().scheme().equalsIgnoreCase(scheme)) {
                boolean direct = choice.direct().stream()
                        .anyMatch(pattern -> pattern.matcher(host).matches()
                                || pattern.matcher(bare).matches());
                return direct ? null : choice.proxy();
            }
        }
        return null;
    }

    private static List<Pattern> patterns(@Nullable String nonProxyHosts) {
        if (nonProxyHosts == null) {
            return List.of();
        }
        return Arrays.stream(nonProxyHosts.split("\\|", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(Proxies::pattern)
                .toList();
    }

    private static Pattern pattern(String item) {
        String regex = Arrays.stream(item.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
