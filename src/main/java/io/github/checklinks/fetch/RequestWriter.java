package io.github.checklinks.fetch;

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
        return new HttpHost(url.scheme(), Hosts.withoutBrackets(String.valueOf(url.host())), port);
    }

    /**
     * The request. Configured headers are in it only if the URL's origin is the site's; userinfo becomes Basic
     * credentials (RFC 7617) and is never part of the target.
     */
    HttpRequest write(Request request) {
        WebUrl url = request.url();
        String method = request.want() == Want.STATUS ? "HEAD" : "GET";
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
        return written;
    }

    /** Whether a request carries what is ours alone, so that its answer must not be remembered for others. */
    boolean isPersonal(WebUrl url) {
        boolean ownHeaders = !settings.headers().isEmpty() && url.origin().equals(settings.siteOrigin());
        return ownHeaders || url.userinfo() != null;
    }

    private static String basic(String userinfo) {
        int colon = userinfo.indexOf(':');
        String user = colon < 0 ? userinfo : userinfo.substring(0, colon);
        String password = colon < 0 ? "" : userinfo.substring(colon + 1);
        String pair = PercentCoding.decode(user) + ":" + PercentCoding.decode(password);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
