// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.connection;

import io.github.checklinks.url.HostPattern;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * A trust manager that accepts exactly what Java's does, and any certificate of hosts configured as insecure, but throws exceptions
 * that explain a rejection. Java's exceptions contain neither the names in the certificate nor its expiry date, and only
 * here are the certificates available.
 */
public final class ExplainingTrustManager extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager platform;
    private final Clock clock;
    private final List<HostPattern> unverified;

    private ExplainingTrustManager(X509ExtendedTrustManager platform, Clock clock, List<HostPattern> unverified) {
        this.platform = platform;
        this.clock = clock;
        this.unverified = unverified;
    }

    /**
     * Creates a TLS context with such a trust manager.
     *
     * @param store the trusted certificates; null for Java's, or those of {@code javax.net.ssl.trustStore}
     * @param unverified the hosts whose certificates are not verified
     * @throws IllegalStateException if the trust store cannot be read
     */
    public static SSLContext context(@Nullable KeyStore store, Clock clock, List<HostPattern> unverified) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            TrustManager[] managers = factory.getTrustManagers();
            for (int i = 0; i < managers.length; i++) {
                if (managers[i] instanceof X509ExtendedTrustManager manager) {
                    managers[i] = new ExplainingTrustManager(manager, clock, unverified);
                }
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificates to trust cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        String peer = engine.getPeerHost();
        if (peer != null && isUnverified(peer, engine.getPeerPort())) {
            return;
        }
        try {
            platform.checkServerTrusted(chain, type, engine);
        } catch (CertificateException e) {
            throw new CertificateRejectedException(chain, e, engine.getPeerHost(), clock);
        }
    }

    private boolean isUnverified(String peer, int port) {
        String host = peer.contains(":") ? "[" + peer + "]" : peer;
        return unverified.stream().anyMatch(name -> name.matches(host, port));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        platform.checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        platform.checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        platform.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        platform.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        platform.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return platform.getAcceptedIssuers();
    }
}
