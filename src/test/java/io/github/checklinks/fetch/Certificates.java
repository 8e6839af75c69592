// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority for tests and server certificates issued by it, generated with the JDK's keytool. */
public final class Certificates {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final KeyStore all;

    private static final class Shared {
        static final Certificates CERTIFICATES = make();
    }

    /** Shared by all tests, because generating the certificates takes seconds. */
    public static Certificates shared() {
        return Shared.CERTIFICATES;
    }

    private Certificates(KeyStore all) {
        this.all = all;
    }

    /** Generates root → between → {@code good}, {@code other}, {@code expired}, {@code future}; and {@code self}, which is self-signed. */
    private static Certificates make() {
        try {
            Path folder = Files.createTempDirectory("certificates");
            try {
                return make(folder.resolve("all.p12"));
            } finally {
                Files.deleteIfExists(folder.resolve("all.p12"));
                Files.delete(folder);
            }
        } catch (IOException | InterruptedException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Certificates make(Path file) throws IOException, InterruptedException, GeneralSecurityException {
        String names = "san=dns:good.test,ip:127.0.0.1";
        generate(file, "root", "CN=Test Root", "-ext", "bc:c");
        generate(file, "between", "CN=Test Between", "-signer", "root", "-ext", "bc:c");
        generate(file, "good", "CN=good.test", "-signer", "between", "-ext", names);
        generate(file, "other", "CN=other.test", "-signer", "between", "-ext", "san=dns:other.test,dns:www.other.test");
        generate(
                file,
                "expired",
                "CN=x",
                "-signer",
                "between",
                "-ext",
                names,
                "-startdate",
                "2020/01/01",
                "-validity",
                "31");
        generate(file, "future", "CN=x", "-signer", "between", "-ext", names, "-startdate", "2120/01/01");
        generate(file, "self", "CN=self", "-ext", names);
        KeyStore all = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            all.load(in, PASSWORD);
        }
        return new Certificates(all);
    }

    /** Returns a trust store that contains only the root. */
    public KeyStore trusted() {
        try {
            KeyStore store = empty();
            store.setCertificateEntry("root", all.getCertificate("root"));
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a TLS context for a server that sends one of the certificates with its complete chain. */
    public SSLContext server(String alias) {
        return server(alias, Integer.MAX_VALUE);
    }

    /** Returns a TLS context for a server that sends one of the certificates with the beginning of its chain. */
    SSLContext server(String alias, int length) {
        try {
            Key key = all.getKey(alias, PASSWORD);
            Certificate[] chain = all.getCertificateChain(alias);
            KeyStore store = empty();
            store.setKeyEntry(alias, key, PASSWORD, Arrays.copyOf(chain, Math.min(length, chain.length)));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, PASSWORD);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return store;
    }

    private static void generate(Path file, String alias, String name, String... more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                // A short-lived process does not profit from C2 or a parallel collector.
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                String.valueOf(PASSWORD),
                "-keyalg",
                "EC",
                "-alias",
                alias,
                "-dname",
                name));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("keytool: " + output);
        }
    }
}
