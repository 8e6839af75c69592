// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import static io.github.checklinks.model.Rule.TIMED_OUT;
import static io.github.checklinks.model.Rule.UNKNOWN_HOST;
import static io.github.checklinks.model.Rule.UNREACHABLE;
import static io.github.checklinks.model.Rule.UNTRUSTED;

import io.github.checklinks.fetch.HttpSettings;
import io.github.checklinks.fetch.Response.None;
import io.github.checklinks.fetch.body.StopReadingException;
import io.github.checklinks.fetch.connection.CertificateRejectedException;
import io.github.checklinks.fetch.connection.HostResolver;
import io.github.checklinks.text.MemoryShortage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http2.H2ConnectionException;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.jspecify.annotations.Nullable;

/** What exceptions mean, in words for a person: the rule, the reason, and whether asking again may help. */
public final class FailureClassifier {

    /** Says that an answer began and did not end. */
    public static final String BROKE = "the connection broke in the middle of the answer";

    private final HttpSettings settings;
    private final MessageSanitizer messageSanitizer;

    FailureClassifier(HttpSettings settings) {
        this.settings = settings;
        this.messageSanitizer = new MessageSanitizer(settings);
    }

    /** The meaning of an exception that ended a request. */
    None of(Throwable trouble, RequestPhase requestPhase, HttpSettings.@Nullable Proxy proxy) {
        None none = classify(trouble, requestPhase);
        if (proxy != null
                && requestPhase == RequestPhase.CONNECTING
                && none.rule() != UNTRUSTED
                && !(trouble instanceof SSLException)) {
            return new None(UNREACHABLE, messageSanitizer.text(name(proxy) + ": " + none.detail()), none.passing());
        }
        return new None(none.rule(), messageSanitizer.text(none.detail()), none.passing());
    }

    /** Whether an exception tells of bytes that are no answer at all. */
    static boolean isNonsense(Throwable trouble) {
        return trouble instanceof ProtocolException;
    }

    /**
     * Whether an exception may mean that the connection came to its end before the request was looked at. A timeout does not, nor
     * does a stream that the server reset, unless it says that it did nothing (RFC 9113 §8.7).
     */
    static boolean isLoss(Throwable trouble) {
        if (trouble instanceof H2StreamResetException reset) {
            boolean refused = reset.getCode() == H2Error.REFUSED_STREAM.getCode();
            return refused || String.valueOf(reset.getMessage()).startsWith("Connection terminated");
        }
        return trouble instanceof IOException
                && !(trouble instanceof InterruptedIOException
                        || trouble instanceof ConnectException
                        || trouble instanceof MessageConstraintException
                        || trouble instanceof StopReadingException);
    }

    /** Whether an exception means that nothing came for {@code responseTimeout}. */
    static boolean isSilence(Throwable trouble) {
        return trouble instanceof InterruptedIOException
                || trouble instanceof H2StreamResetException && isInactivity(trouble);
    }

    private static boolean isInactivity(Throwable trouble) {
        return String.valueOf(trouble.getMessage()).contains("inactivity");
    }

    /** The whole time for a request has passed. */
    None late(RequestPhase requestPhase) {
        String limit = "within " + seconds(settings.linkTimeout()) + " (linkTimeout)";
        return new None(
                TIMED_OUT,
                switch (requestPhase) {
                    case NAMING -> "its name was not resolved " + limit;
                    case CONNECTING -> "no connection " + limit;
                    case ASKED -> "no answer " + limit;
                    case ANSWERED -> "the answer did not end " + limit;
                },
                true);
    }

    /** The whole time for an attempt has passed before this request of it. */
    None spent() {
        return new None(
                TIMED_OUT,
                "the requests that led here took all of " + seconds(settings.linkTimeout()) + " (linkTimeout)",
                true);
    }

    /** The name has no address. */
    None unknownHost(String host, HostResolver.Found found) {
        String detail =
                found.isUnanswered() ? "the name service does not answer for " + host : "no host of the name " + host;
        return new None(UNKNOWN_HOST, messageSanitizer.text(detail), false);
    }

    /** The proxy's own name has no address. */
    None unknownProxy(HttpSettings.Proxy proxy) {
        return new None(UNREACHABLE, messageSanitizer.text(name(proxy) + " is no known host"), false);
    }

    /** The proxy answered for itself, instead of passing the request on. */
    None refused(HttpSettings.Proxy proxy, int status) {
        return status >= 500
                ? new None(UNREACHABLE, messageSanitizer.text(name(proxy) + " cannot reach it (" + status + ")"), true)
                : new None(UNREACHABLE, messageSanitizer.text(name(proxy) + " refuses us (" + status + ")"), false);
    }

    /** The body cannot be decoded. */
    None broken(String reason) {
        return new None(UNREACHABLE, messageSanitizer.text(reason), reason.equals(BROKE));
    }

    /** The fetcher was closed before the answer came. */
    None stopped() {
        return new None(UNREACHABLE, "the check was stopped before it answered", true);
    }

    private None classify(Throwable trouble, RequestPhase requestPhase) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateRejectedException || cause instanceof SSLPeerUnverifiedException) {
                return new None(UNTRUSTED, String.valueOf(cause.getMessage()), false);
            }
        }
        if (trouble instanceof SSLException untold) {
            return tls(untold);
        }
        if (trouble instanceof UnknownHostException) {
            return new None(UNKNOWN_HOST, "no host of this name", false);
        }
        if (trouble instanceof InterruptedIOException) { // all of the client's timeouts are
            return silent(requestPhase);
        }
        if (trouble instanceof H2StreamResetException || trouble instanceof H2ConnectionException) {
            return http2(trouble, requestPhase);
        }
        if (trouble instanceof MessageConstraintException) {
            return new None(UNREACHABLE, "the header of its answer is larger than we read", false);
        }
        if (trouble instanceof MalformedChunkCodingException && !(trouble instanceof TruncatedChunkException)) {
            return protocol(trouble);
        }
        if (trouble instanceof HttpException || trouble instanceof IllegalArgumentException) {
            return protocol(trouble);
        }
        return trouble instanceof IOException broken ? connection(broken, requestPhase) : ours(trouble);
    }

    private None silent(RequestPhase requestPhase) {
        String connect = seconds(settings.connectTimeout()) + " (connectTimeout)";
        String response = seconds(settings.responseTimeout()) + " (responseTimeout)";
        return new None(
                TIMED_OUT,
                switch (requestPhase) {
                    case NAMING, CONNECTING -> "no connection within " + connect;
                    case ASKED -> "no answer within " + response;
                    case ANSWERED -> "the answer stalled for " + response;
                },
                true);
    }

    private static None connection(IOException trouble, RequestPhase requestPhase) {
        String message = String.valueOf(trouble.getMessage());
        if (requestPhase == RequestPhase.ANSWERED) {
            return new None(UNREACHABLE, BROKE, true);
        }
        if (trouble instanceof NoRouteToHostException || message.contains("unreachable")) {
            return new None(UNREACHABLE, "no route to its address", true);
        }
        if (trouble instanceof ConnectException
                && message.toLowerCase(Locale.ROOT).contains("refused")) {
            return new None(UNREACHABLE, "the connection was refused", true);
        }
        if (trouble instanceof ConnectionClosedException
                || trouble instanceof ClosedChannelException
                || trouble instanceof EOFException) {
            return new None(UNREACHABLE, "the connection was closed without an answer", true);
        }
        if (trouble instanceof SocketException || message.contains("reset") || message.contains("Broken pipe")) {
            boolean reset = message.contains("reset") || message.contains("Broken pipe");
            return new None(
                    UNREACHABLE,
                    reset ? "the connection was reset without an answer" : "the connection failed: " + message,
                    true);
        }
        return new None(UNREACHABLE, "the connection failed: " + message, true);
    }

    private static None tls(SSLException trouble) {
        String message = String.valueOf(trouble.getMessage());
        if (message.contains("Unsupported or unrecognized SSL message")
                || message.contains("plaintext connection")
                || message.contains("Unrecognized SSL message")) {
            return new None(UNREACHABLE, "the server does not speak TLS on this port", false);
        }
        if (message.contains("terminated the handshake")
                || message.contains("closing inbound")
                || message.equals("TLS handshake failed")) {
            return new None(UNREACHABLE, "the connection was closed in the middle of the TLS handshake", true);
        }
        if (message.contains("PKIX") || message.contains("certificate")) {
            return new None(UNTRUSTED, "its certificate is not accepted: " + message, false);
        }
        return new None(UNREACHABLE, "no TLS connection: " + message, message.contains("reset"));
    }

    private None http2(Throwable trouble, RequestPhase requestPhase) {
        return isInactivity(trouble)
                ? silent(requestPhase)
                : new None(UNREACHABLE, "the HTTP/2 stream was broken off: " + trouble.getMessage(), true);
    }

    private static None protocol(Throwable trouble) {
        return new None(UNREACHABLE, "its answer breaks the rules of HTTP: " + trouble.getMessage(), false);
    }

    private static None ours(Throwable trouble) {
        return new None(
                UNREACHABLE,
                "our own failure while asking: "
                        + (MemoryShortage.is(trouble)
                                ? MemoryShortage.text(trouble, "asking")
                                : trouble.getClass().getSimpleName() + ": " + trouble.getMessage()),
                false);
    }

    private static String name(HttpSettings.Proxy proxy) {
        return "the proxy " + proxy.host() + ":" + proxy.port();
    }

    /** {@code 10s}, or {@code 1500ms} where seconds do not say it. */
    private static String seconds(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }
}
