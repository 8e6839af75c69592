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

/** Creates the requests to be sent. Their headers resemble those of a browser where servers require it, but identify the plugin honestly. */
final class RequestWriter {

    private static final String ACCEPT_PAGES = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final HttpSettings settings;

    RequestWriter(HttpSettings settings) {
        this.settings = settings;
    }

    /** Returns the host of a URL, without the port if it is the default of the scheme, as in the {@code Host} header. */
    static HttpHost host(WebUrl url) {
        boolean https = url.scheme().equals("https");
        int port = url.port() == (https ? 443 : 80) ? -1 : url.port();
        return new HttpHost(url.scheme(), HostLiterals.withoutBrackets(String.valueOf(url.host())), port);
    }

    /**
     * Creates a request. Configured headers are included only for the origin of the site or of the host they are configured for;
     * those of the host take precedence over those of the site. Userinfo and the login of a host become Basic credentials
     * (RFC 7617) and are never part of the request target.
     */
    HttpRequest write(Request request) {
        WebUrl url = request.url();
        String method = request.requestMode() == RequestMode.STATUS ? "HEAD" : "GET";
        String query = url.query();
        String target = query == null ? url.path() : url.path() + "?" + query;
        // The request builders of the client parse the target with java.net.URI, which rejects URLs that browsers send.
        BasicHttpRequest message = new BasicHttpRequest(method, host(url), target);
        message.setHeader(HttpHeaders.USER_AGENT, settings.userAgent());
        message.setHeader(HttpHeaders.ACCEPT, request.anyType() ? "*/*" : ACCEPT_PAGES);
        message.setHeader(HttpHeaders.ACCEPT_LANGUAGE, "en;q=0.9,*;q=0.5");
        message.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip, deflate");
        if (!request.cookies().isEmpty()) {
            message.setHeader(HttpHeaders.COOKIE, request.cookies());
        }
        Validators known = request.known();
        if (known.etag() != null) {
            message.setHeader(HttpHeaders.IF_NONE_MATCH, known.etag());
        }
        if (known.lastModified() != null) {
            message.setHeader(HttpHeaders.IF_MODIFIED_SINCE, known.lastModified());
        }
        String userinfo = url.userinfo();
        if (userinfo != null) {
            message.setHeader(HttpHeaders.AUTHORIZATION, basic(userinfo));
        }
        if (url.origin().equals(settings.siteOrigin())) {
            settings.headers().forEach(message::setHeader);
        }
        for (int i = settings.hosts().size() - 1; i >= 0; i--) {
            HostSettings host = settings.hosts().get(i);
            if (host.name().matches(url)) {
                addHeaders(host, message);
            }
        }
        return message;
    }

    /** Adds the headers of a host. Called for the first matching host last, so that its values take precedence. */
    private static void addHeaders(HostSettings host, BasicHttpRequest message) {
        String userAgent = host.userAgent();
        if (userAgent != null) {
            message.setHeader(HttpHeaders.USER_AGENT, userAgent);
        }
        HostSettings.Login login = host.login();
        if (login != null) {
            message.setHeader(HttpHeaders.AUTHORIZATION, basic(login.user(), login.password()));
        }
        host.headers().forEach(message::setHeader);
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
