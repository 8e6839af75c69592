// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A server on raw sockets whose answers are scripted by a test and may violate HTTP. */
public final class RawServer implements AutoCloseable {

    /** Answers a request. The connection stays open for the next one unless the script closes it. */
    @FunctionalInterface
    public interface Script {
        void answer(Call call) throws IOException, InterruptedException;
    }

    /** A request and its connection. */
    public record Call(Socket socket, int connection, String line, Map<String, String> headers) {

        public String method() {
            return line.split(" ", -1)[0];
        }

        public String target() {
            return line.split(" ", -1)[1];
        }

        public void send(String text) throws IOException {
            send(text.getBytes(ISO_8859_1));
        }

        void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        /** Sends a complete answer, without the body after HEAD. */
        public void answer(String statusAndHeaders, byte[] body) throws IOException {
            send("HTTP/1.1 " + statusAndHeaders + "\r\nContent-Length: " + body.length + "\r\n\r\n");
            if (!method().equals("HEAD")) {
                send(body);
            }
        }

        public void page(String body) throws IOException {
            answer("200 OK\r\nContent-Type: text/html", body.getBytes(ISO_8859_1));
        }

        public void close() throws IOException {
            socket.close();
        }

        /** Closes the connection with a TCP reset. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Waits until the client closes the connection. */
        public void waitForEnd() throws IOException {
            while (socket.getInputStream().read() >= 0) {
                // ignore what it sends
            }
        }
    }

    private final ServerSocket server;
    private final Script script;
    private final boolean tls;
    private final AtomicInteger accepted = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    private RawServer(ServerSocket server, Script script, boolean tls) {
        this.server = server;
        this.script = script;
        this.tls = tls;
        daemon(this::accept);
    }

    public static RawServer start(Script script) {
        return start("127.0.0.1", null, script);
    }

    public static RawServer start(String address, @Nullable SSLContext tls, Script script) {
        try {
            InetAddress at = InetAddress.getByName(address);
            return new RawServer(
                    tls == null
                            ? new ServerSocket(0, 200, at)
                            : tls.getServerSocketFactory().createServerSocket(0, 200, at),
                    script,
                    tls != null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    public String origin() {
        String host = server.getInetAddress().getHostAddress();
        return (tls ? "https://" : "http://") + (host.contains(":") ? "[::1]" : host) + ":" + port();
    }

    /** Returns the number of connections accepted so far. */
    public int accepted() {
        return accepted.get();
    }

    /** Returns the number of connections that this side has not closed. */
    int open() {
        return open.size();
    }

    /** Returns the requests received so far. */
    public List<Call> calls() {
        return calls;
    }

    @Override
    public void close() {
        quietly(server::close);
        open.forEach(socket -> quietly(socket::close));
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                int number = accepted.incrementAndGet();
                open.add(socket);
                daemon(() -> serve(socket, number));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (!socket.isClosed()) {
                Call call = read(socket, in, number);
                if (call == null) {
                    return;
                }
                calls.add(call);
                script.answer(call);
            }
        } catch (IOException e) {
            // the client closed the connection, as expected in many tests
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private static @Nullable Call read(Socket socket, InputStream in, int number) throws IOException {
        String line = line(in);
        if (line == null || line.isEmpty()) {
            return null;
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        return new Call(socket, number, line, headers);
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Closing {
        void run() throws IOException;
    }

    private static void quietly(Closing closing) {
        try {
            closing.run();
        } catch (IOException e) {
            // it is closed nevertheless
        }
    }
}
