// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import io.github.checklinks.check.policy.AcceptedStatuses;
import io.github.checklinks.check.policy.CheckedFragments;
import io.github.checklinks.crawl.target.HostRule;
import io.github.checklinks.fetch.HostSettings;
import io.github.checklinks.url.HostPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The parameter {@code hosts}: items with a {@code name} and settings for hosts of that name; on the command line
 * {@code name;part=value;part=value}, without headers.
 */
public final class HostParameter {

    private static final List<String> ON_COMMAND_LINE = List.of(
            "name", "serverId", "concurrency", "interval", "userAgent", "acceptStatuses", "insecure", "checkFragments");
    private static final List<String> PARTS = with(ON_COMMAND_LINE, "headers");
    private static final String EXAMPLE = "<host><name>https://docs.example.org</name><serverId>docs</serverId></host>";

    private final SettingsAccess settings;

    private HostParameter(SettingsAccess settings) {
        this.settings = settings;
    }

    /**
     * Parses the hosts, in order.
     *
     * @param configured the configuration in the POM; null if there is none
     * @param property the value of the property on the command line; null if there is none
     * @param settings the {@code settings.xml} with the servers
     * @throws IllegalArgumentException for an invalid item; the message contains no secret
     */
    public static List<NamedHost> of(
            @Nullable PlexusConfiguration configured, @Nullable String property, SettingsAccess settings) {
        HostParameter reader = new HostParameter(settings);
        List<NamedHost> hosts = new ArrayList<>();
        PlexusConfiguration items = Item.items("hosts", configured, EXAMPLE);
        if (items != null) {
            for (Item item : Item.of("hosts", PARTS, items)) {
                PlexusConfiguration headers = items.getChild(hosts.size()).getChild("headers", false);
                hosts.add(reader.host(item, HeaderParameter.ofItems("headers in " + item.place(), headers)));
            }
        } else if (property != null) {
            for (String text : TextParameter.split(property)) {
                hosts.add(reader.host(item(text, hosts.size() + 1), Map.of()));
            }
        }
        return hosts;
    }

    private static Item item(String text, int number) {
        String place = "item " + number + " of check-links.hosts";
        Map<String, List<String>> parts = new LinkedHashMap<>();
        for (String piece : text.split(";", -1)) {
            int equals = piece.indexOf('=');
            String part = equals < 0 ? "name" : piece.substring(0, equals).strip();
            if (!ON_COMMAND_LINE.contains(part)) {
                throw InvalidParameter.name("part in " + place, part, ON_COMMAND_LINE);
            }
            parts.put(part, TextParameter.clean(piece.substring(equals + 1)));
        }
        return new Item(place, parts);
    }

    private NamedHost host(Item item, Map<String, String> headers) {
        String serverId = item.text("serverId");
        boolean insecure = bool(item);
        boolean exact = serverId != null || !headers.isEmpty() || insecure;
        HostPattern name = name(item, exact);
        if (insecure && "http".equals(name.scheme())) {
            throw new IllegalArgumentException("insecure in " + item.place() + " is true, but " + name
                    + " has no certificate: remove insecure, or use https in the name");
        }
        SettingsAccess.Server server = serverId == null
                ? new SettingsAccess.Server(null, Map.of())
                : settings.server("serverId in " + item.place(), serverId);
        Map<String, String> all = new LinkedHashMap<>(server.headers());
        all.putAll(headers);
        boolean authorized = all.keySet().stream().anyMatch("Authorization"::equalsIgnoreCase);
        HostSettings sent = new HostSettings(name, userAgent(item), authorized ? null : server.login(), all, insecure);
        return new NamedHost(sent, rule(item, name));
    }

    private static HostPattern name(Item item, boolean exact) {
        HostPattern name = HostPattern.of("name in " + item.place(), item.required("name", "https://docs.example.org"));
        if (!exact) {
            return name;
        }
        if (!name.isOneHost()) {
            throw InvalidParameter.value(
                    "name in " + item.place(),
                    name.toString(),
                    "one host without *, because serverId, headers and insecure apply to a single host",
                    "<name>https://docs.example.org</name>");
        }
        return name.exact();
    }

    private static HostRule rule(Item item, HostPattern name) {
        String concurrency = item.text("concurrency");
        String interval = item.text("interval");
        List<String> statuses = item.texts("acceptStatuses").stream()
                .flatMap(text -> Arrays.stream(text.split("[,\\s]+", -1)))
                .filter(text -> !text.isEmpty())
                .toList();
        String fragments = item.text("checkFragments");
        return new HostRule(
                name,
                concurrency == null ? null : NumberParameter.whole("concurrency in " + item.place(), concurrency, 1, 2),
                interval == null ? null : DurationParameter.of("interval in " + item.place(), interval),
                statuses.isEmpty() ? null : AcceptedStatuses.of("acceptStatuses in " + item.place(), statuses)::accept,
                fragments == null
                        ? null
                        : EnumParameter.constant("checkFragments in " + item.place(), fragments, CheckedFragments.class)
                                .zones());
    }

    private static boolean bool(Item item) {
        String text = item.text("insecure");
        return text != null && EnumParameter.bool("insecure in " + item.place(), text);
    }

    private static @Nullable String userAgent(Item item) {
        String text = item.text("userAgent");
        return text == null ? null : TextParameter.oneLine("userAgent in " + item.place(), text);
    }

    private static List<String> with(List<String> parts, String one) {
        List<String> all = new ArrayList<>(parts);
        all.add(one);
        return List.copyOf(all);
    }
}
