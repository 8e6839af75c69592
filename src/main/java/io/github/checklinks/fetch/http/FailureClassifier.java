// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import static io.github.checklinks.model.FailureCause.TIMED_OUT;
import static io.github.checklinks.model.FailureCause.UNKNOWN_HOST;
import static io.github.checklinks.model.FailureCause.UNREACHABLE;
import static io.github.checklinks.model.FailureCause.UNTRUSTED;

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

/** Maps exceptions to a cause, a readable reason, and whether a retry may succeed. */
public final class FailureClassifier {

    /** The reason if an answer is incomplete. */
    public static final String BROKE = "the connection broke in the middle of the answer";

    private final HttpSettings settings;
    private final MessageSanitizer messageSanitizer;

    FailureClassifier(HttpSettings settings) {
        this.settings = settings;
        this.messageSanitizer = new MessageSanitizer(settings);
    }

    /** Classifies an exception that ended a request. */
    None of(Throwable failure, RequestPhase requestPhase, HttpSettings.@Nullable Proxy proxy) {
        None none = classify(failure, requestPhase);
        if (proxy != null
                && requestPhase == RequestPhase.CONNECTING
                && none.cause() != UNTRUSTED
                && !(failure instanceof SSLException)) {
            return new None(UNREACHABLE, messageSanitizer.text(name(proxy) + ": " + none.detail()), none.temporary());
        }
        return new None(none.cause(), messageSanitizer.text(none.detail()), none.temporary());
    }

    /** Returns whether an exception means that the received bytes are not an HTTP answer. */
    static boolean isProtocolViolation(Throwable failure) {
        return failure instanceof ProtocolException;
    }

    /**
     * Returns whether an exception may mean that the connection was closed before the server processed the request. A timeout does
     * not, nor does a stream reset by the server, unless its code says that the request was not processed (RFC 9113 §8.7).
     */
    static boolean isLoss(Throwable failure) {
        if (failure instanceof H2StreamResetException reset) {
            boolean refused = reset.getCode() == H2Error.REFUSED_STREAM.getCode();
            return refused || String.valueOf(reset.getMessage()).startsWith("Connection terminated");
        }
        return failure instanceof IOException
                && !(failure instanceof InterruptedIOException
                        || failure instanceof ConnectException
                        || failure instanceof MessageConstraintException
                        || failure instanceof StopReadingException);
    }

    /** Returns whether an exception means that nothing was received for {@code responseTimeout}. */
    static boolean isTimeout(Throwable failure) {
        return failure instanceof InterruptedIOException
                || failure instanceof H2StreamResetException && isInactivity(failure);
    }

    private static boolean isInactivity(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains("inactivity");
    }

    /** The deadline of the request has passed. */
    None deadlineExceeded(RequestPhase requestPhase) {
        String limit = "within " + seconds(settings.linkTimeout()) + " (linkTimeout)";
        return new None(
                TIMED_OUT,
                switch (requestPhase) {
                    case RESOLVING -> "its name was not resolved " + limit;
                    case CONNECTING -> "no connection " + limit;
                    case SENT -> "no answer " + limit;
                    case RECEIVING -> "the answer did not end " + limit;
                },
                true);
    }

    /** The deadline of the attempt has passed before this request of it was sent. */
    None noTimeLeft() {
        return new None(
                TIMED_OUT,
                "the requests that led here took all of " + seconds(settings.linkTimeout()) + " (linkTimeout)",
                true);
    }

    /** The host name has no address. */
    None unknownHost(String host, HostResolver.Found found) {
        String detail = found.isUnanswered() ? "the name service does not answer for " + host : "no such host: " + host;
        return new None(UNKNOWN_HOST, messageSanitizer.text(detail), false);
    }

    /** The host name of the proxy has no address. */
    None unknownProxy(HttpSettings.Proxy proxy) {
        return new None(UNREACHABLE, messageSanitizer.text(name(proxy) + " is no known host"), false);
    }

    /** The proxy answered itself instead of forwarding the request. */
    None refused(HttpSettings.Proxy proxy, int status) {
        return status >= 500
                ? new None(UNREACHABLE, messageSanitizer.text(name(proxy) + " cannot reach it (" + status + ")"), true)
                : new None(UNREACHABLE, messageSanitizer.text(name(proxy) + " refuses us (" + status + ")"), false);
    }

    /** The body cannot be decoded. */
    None undecodable(String reason) {
        return new None(UNREACHABLE, messageSanitizer.text(reason), reason.equals(BROKE));
    }

    /** The fetcher was closed before there was an answer. */
    None stopped() {
        return new None(UNREACHABLE, "the check was stopped before it answered", true);
    }

    private None classify(Throwable failure, RequestPhase requestPhase) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateRejectedException || cause instanceof SSLPeerUnverifiedException) {
                return new None(UNTRUSTED, String.valueOf(cause.getMessage()), false);
            }
        }
        if (failure instanceof SSLException tlsFailure) {
            return tls(tlsFailure);
        }
        if (failure instanceof UnknownHostException) {
            return new None(UNKNOWN_HOST, "no such host", false);
        }
        if (failure instanceof InterruptedIOException) { // the type of all timeouts of the client
            return timeout(requestPhase);
        }
        if (failure instanceof H2StreamResetException || failure instanceof H2ConnectionException) {
            return http2(failure, requestPhase);
        }
        if (failure instanceof MessageConstraintException) {
            return new None(UNREACHABLE, "the header of its answer is larger than we read", false);
        }
        if (failure instanceof MalformedChunkCodingException && !(failure instanceof TruncatedChunkException)) {
            return protocol(failure);
        }
        if (failure instanceof HttpException || failure instanceof IllegalArgumentException) {
            return protocol(failure);
        }
        return failure instanceof IOException ioFailure ? connection(ioFailure, requestPhase) : internal(failure);
    }

    private None timeout(RequestPhase requestPhase) {
        String connect = seconds(settings.connectTimeout()) + " (connectTimeout)";
        String response = seconds(settings.responseTimeout()) + " (responseTimeout)";
        return new None(
                TIMED_OUT,
                switch (requestPhase) {
                    case RESOLVING, CONNECTING -> "no connection within " + connect;
                    case SENT -> "no answer within " + response;
                    case RECEIVING -> "the answer stalled for " + response;
                },
                true);
    }

    private static None connection(IOException failure, RequestPhase requestPhase) {
        String message = String.valueOf(failure.getMessage());
        if (requestPhase == RequestPhase.RECEIVING) {
            return new None(UNREACHABLE, BROKE, true);
        }
        if (failure instanceof NoRouteToHostException || message.contains("unreachable")) {
            return new None(UNREACHABLE, "no route to its address", true);
        }
        if (failure instanceof ConnectException
                && message.toLowerCase(Locale.ROOT).contains("refused")) {
            return new None(UNREACHABLE, "the connection was refused", true);
        }
        if (failure instanceof ConnectionClosedException
                || failure instanceof ClosedChannelException
                || failure instanceof EOFException) {
            return new None(UNREACHABLE, "the connection was closed without an answer", true);
        }
        if (failure instanceof SocketException || message.contains("reset") || message.contains("Broken pipe")) {
            boolean reset = message.contains("reset") || message.contains("Broken pipe");
            return new None(
                    UNREACHABLE,
                    reset ? "the connection was reset without an answer" : "the connection failed: " + message,
                    true);
        }
        return new None(UNREACHABLE, "the connection failed: " + message, true);
    }

    private static None tls(SSLException failure) {
        String message = String.valueOf(failure.getMessage());
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

    private None http2(Throwable failure, RequestPhase requestPhase) {
        return isInactivity(failure)
                ? timeout(requestPhase)
                : new None(UNREACHABLE, "the HTTP/2 stream was broken off: " + failure.getMessage(), true);
    }

    private static None protocol(Throwable failure) {
        return new None(UNREACHABLE, "its answer breaks the rules of HTTP: " + failure.getMessage(), false);
    }

    private static None internal(Throwable failure) {
        return new None(
                UNREACHABLE,
                "internal error while sending the request: "
                        + (MemoryShortage.is(failure)
                                ? MemoryShortage.text(failure, "sending it")
                                : failure.getClass().getSimpleName() + ": " + failure.getMessage()),
                false);
    }

    private static String name(HttpSettings.Proxy proxy) {
        return "the proxy " + proxy.host() + ":" + proxy.port();
    }

    /** Returns {@code 10s}, or {@code 1500ms} if it is not a whole number of seconds. */
    private static String seconds(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }
}
