// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import io.github.checklinks.fetch.HostLiterals;
import io.github.checklinks.fetch.HostSettings;
import io.github.checklinks.fetch.HttpSettings;
import io.github.checklinks.fetch.Request;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Validators;
import io.github.checklinks.url.PercentCoding;
import io.github.checklinks.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHttpRequest;

/** Writes requests as the client sends them. Looks like a browser's where servers insist, but says honestly who asks. */
final class RequestWriter {

    private static final String PAGES = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final HttpSettings settings;

    RequestWriter(HttpSettings settings) {
        this.settings = settings;
    }

    /** The host to be asked; its port is left out when it is the scheme's own, as in the {@code Host} header. */
    static HttpHost host(WebUrl url) {
        boolean https = url.scheme().equals("https");
        int port = url.port() == (https ? 443 : 80) ? -1 : url.port();
        return new HttpHost(url.scheme(), HostLiterals.withoutBrackets(String.valueOf(url.host())), port);
    }

    /**
     * The request. Configured headers are in it only if the URL's origin is the site's, or that of the host they are for;
     * what is for the host comes before what is for the site. Userinfo and a host's login become Basic credentials
     * (RFC 7617) and are never part of the target.
     */
    HttpRequest write(Request request) {
        WebUrl url = request.url();
        String method = request.requestMode() == RequestMode.STATUS ? "HEAD" : "GET";
        String query = url.query();
        String target = query == null ? url.path() : url.path() + "?" + query;
        // The client's own builders parse the target with java.net.URI, which refuses what browsers send.
        BasicHttpRequest written = new BasicHttpRequest(method, host(url), target);
        written.setHeader(HttpHeaders.USER_AGENT, settings.userAgent());
        written.setHeader(HttpHeaders.ACCEPT, request.anyType() ? "*/*" : PAGES);
        written.setHeader(HttpHeaders.ACCEPT_LANGUAGE, "en;q=0.9,*;q=0.5");
        written.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip, deflate");
        if (!request.cookies().isEmpty()) {
            written.setHeader(HttpHeaders.COOKIE, request.cookies());
        }
        Validators known = request.known();
        if (known.etag() != null) {
            written.setHeader(HttpHeaders.IF_NONE_MATCH, known.etag());
        }
        if (known.lastModified() != null) {
            written.setHeader(HttpHeaders.IF_MODIFIED_SINCE, known.lastModified());
        }
        String userinfo = url.userinfo();
        if (userinfo != null) {
            written.setHeader(HttpHeaders.AUTHORIZATION, basic(userinfo));
        }
        if (url.origin().equals(settings.siteOrigin())) {
            settings.headers().forEach(written::setHeader);
        }
        for (int i = settings.hosts().size() - 1; i >= 0; i--) {
            HostSettings host = settings.hosts().get(i);
            if (host.name().matches(url)) {
                writeOwn(host, written);
            }
        }
        return written;
    }

    /** Called for the first host last, so that it wins. */
    private static void writeOwn(HostSettings host, BasicHttpRequest written) {
        String userAgent = host.userAgent();
        if (userAgent != null) {
            written.setHeader(HttpHeaders.USER_AGENT, userAgent);
        }
        HostSettings.Login login = host.login();
        if (login != null) {
            written.setHeader(HttpHeaders.AUTHORIZATION, basic(login.user(), login.password()));
        }
        host.headers().forEach(written::setHeader);
    }

    private static String basic(String userinfo) {
        int colon = userinfo.indexOf(':');
        String user = colon < 0 ? userinfo : userinfo.substring(0, colon);
        String password = colon < 0 ? "" : userinfo.substring(colon + 1);
        return basic(PercentCoding.decode(user), PercentCoding.decode(password));
    }

    private static String basic(String user, String password) {
        return "Basic " + base64(user + ":" + password);
    }

    static String base64(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
