// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.connection;

import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Thrown when the certificates of a server are rejected. The message is a readable reason. */
public final class CertificateRejectedException extends CertificateException {

    private static final long serialVersionUID = 1L;

    private static final Pattern COMMON_NAME =
            Pattern.compile("(?:^|,)\\s*CN=(\"[^\"]*\"|[^,]*)", Pattern.CASE_INSENSITIVE);
    private static final int MAX_NAMES = 3;
    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    CertificateRejectedException(
            X509Certificate[] chain, CertificateException cause, @Nullable String host, Clock clock) {
        super(reason(chain, cause, host, clock.instant()), cause);
    }

    private static String reason(
            X509Certificate[] chain, CertificateException cause, @Nullable String host, Instant now) {
        String message = String.valueOf(cause.getMessage());
        if (chain.length == 0) {
            return "the server sent no certificate";
        }
        X509Certificate leaf = chain[0];
        for (X509Certificate certificate : chain) {
            String which = certificate.equals(leaf)
                    ? "its certificate"
                    : "the certificate of its issuer " + subject(certificate);
            if (certificate.getNotAfter().toInstant().isBefore(now)) {
                return which + " expired on " + day(certificate.getNotAfter());
            }
            if (certificate.getNotBefore().toInstant().isAfter(now)) {
                return which + " is not valid before " + day(certificate.getNotBefore());
            }
        }
        if (message.startsWith("No subject alternative") || message.startsWith("No name matching")) {
            return "its certificate is for " + names(leaf) + (host == null ? "" : ", not for " + host);
        }
        if (leaf.getSubjectX500Principal().equals(leaf.getIssuerX500Principal())) {
            return "its certificate is self-signed";
        }
        if (message.contains("unable to find valid certification path")) {
            X509Certificate last = chain[chain.length - 1];
            String issuer = name(last.getIssuerX500Principal().getName());
            return chain.length == 1
                    ? "its certificate is issued by " + issuer
                            + ", an unknown authority, or the server leaves out the certificates in between (incomplete chain)"
                    : "its certificates lead to " + issuer + ", an unknown authority";
        }
        return "its certificate is not accepted: " + message;
    }

    private static String names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                for (List<?> alternative : alternatives) {
                    int kind = (Integer) alternative.get(0);
                    if (kind == DNS || kind == ADDRESS) {
                        names.add(String.valueOf(alternative.get(1)));
                    }
                }
            }
        } catch (CertificateParsingException e) {
            return "names that cannot be read";
        }
        if (names.isEmpty()) {
            return subject(certificate);
        }
        int more = names.size() - MAX_NAMES;
        return String.join(", ", names.subList(0, Math.min(MAX_NAMES, names.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static String subject(X509Certificate certificate) {
        return name(certificate.getSubjectX500Principal().getName());
    }

    /** Returns the common name of a distinguished name, or the whole name if it has none. */
    private static String name(String distinguished) {
        Matcher common = COMMON_NAME.matcher(distinguished);
        return common.find() ? common.group(1) : distinguished;
    }

    private static LocalDate day(Date date) {
        return LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC);
    }
}
