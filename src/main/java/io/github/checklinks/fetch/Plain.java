package io.github.checklinks.fetch;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes text from outside fit to be told: one line, of bounded length, without control characters and secrets. */
final class Plain {

    private static final int LONGEST = 300;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]+");
    private static final Pattern USERINFO = Pattern.compile("//[^/@\\s]*@");

    private final List<String> secrets;

    Plain(HttpSettings settings) {
        secrets = Stream.concat(
                        settings.headers().values().stream(),
                        settings.proxies().stream().map(proxy -> String.valueOf(proxy.password())))
                .filter(secret -> secret.length() > 3 && !secret.equals("null"))
                .toList();
    }

    String text(String raw) {
        String text = USERINFO.matcher(UNSEEN.matcher(raw).replaceAll(" ")).replaceAll("//***@");
        for (String secret : secrets) {
            text = text.replace(secret, "***");
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
