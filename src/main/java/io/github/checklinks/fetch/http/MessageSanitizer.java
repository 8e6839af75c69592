// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import io.github.checklinks.fetch.HostSettings;
import io.github.checklinks.fetch.HttpSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sanitizes text from servers and exceptions for messages: one line of limited length, without control characters and secrets. */
final class MessageSanitizer {

    private static final int MAX_LENGTH = 300;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]+");
    private static final Pattern USERINFO = Pattern.compile("//[^/@\\s]*@");

    private final List<String> secrets;

    MessageSanitizer(HttpSettings settings) {
        List<String> known = new ArrayList<>();
        settings.headers().values().forEach(value -> addHeader(value, known));
        for (HttpSettings.Proxy proxy : settings.proxies()) {
            addLogin(proxy.user(), proxy.password(), known);
        }
        for (HostSettings host : settings.hosts()) {
            host.headers().values().forEach(value -> addHeader(value, known));
            HostSettings.Login login = host.login();
            if (login != null) {
                addLogin(login.user(), login.password(), known);
            }
        }
        secrets = known.stream().filter(secret -> secret.length() > 3).toList();
    }

    /** Adds the value, and only the token of a value such as {@code Bearer x}. */
    private static void addHeader(String value, List<String> known) {
        known.add(value);
        int space = value.indexOf(' ');
        if (space > 0 && value.length() - space > 8) {
            known.add(value.substring(space + 1));
        }
    }

    private static void addLogin(@Nullable String user, @Nullable String password, List<String> known) {
        if (password != null) {
            known.add(RequestWriter.base64(user + ":" + password));
            known.add(password);
        }
    }

    /** Returns the sanitized text. Secrets are replaced with {@code ***}. */
    String text(String raw) {
        String text = USERINFO.matcher(INVISIBLE.matcher(raw).replaceAll(" ")).replaceAll("//***@");
        for (String secret : secrets) {
            text = text.replace(secret, "***");
        }
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }
}
