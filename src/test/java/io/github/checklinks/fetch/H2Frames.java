// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;

/** An HTTP/2 server that sends single frames (RFC 9113 §4.1), so that a test can end a connection at any point. */
final class H2Frames implements AutoCloseable {

    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;

    /** The connection preface (RFC 9113 §3.4). */
    private static final int PREFACE = 24;

    private static final byte[] STATUS_200 = {(byte) 0x88};

    /** Answers a request. */
    @FunctionalInterface
    interface Script {
        void answer(Call call) throws IOException;
    }

    /** One request: the number of its connection, its number on that connection, and its stream. */
    record Call(Socket socket, DataOutputStream out, int connection, int number, int stream) {

        /** Answers 200 without a body. */
        void answer() throws IOException {
            frame(HEADERS, 5, stream, STATUS_200);
        }

        /** Ends the connection: streams above {@code lastStream} have not been processed. */
        void goAway(int lastStream, int code) throws IOException {
            frame(GOAWAY, 0, 0, ints(lastStream, code));
        }

        void reset(int code) throws IOException {
            frame(RST_STREAM, 0, stream, ints(code));
        }

        private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
            write(out, type, flags, stream, payload);
        }
    }

    private final SSLServerSocket server;
    private final Script script;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();

    private H2Frames(SSLServerSocket server, Script script) {
        this.server = server;
        this.script = script;
        daemon(this::accept);
    }

    static H2Frames start(SSLContext tls, Script script) {
        try {
            SSLServerSocket socket = (SSLServerSocket)
                    tls.getServerSocketFactory().createServerSocket(0, 200, InetAddress.getLoopbackAddress());
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(parameters);
            return new H2Frames(socket, script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    int accepted() {
        return accepted.get();
    }

    int calls() {
        return calls.get();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                int number = accepted.incrementAndGet();
                daemon(() -> serve(socket, number));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket, int connection) {
        try (socket;
                DataInputStream in = new DataInputStream(socket.getInputStream());
                DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
            in.readNBytes(PREFACE);
            write(out, SETTINGS, 0, 0, new byte[0]);
            int requests = 0;
            while (!socket.isClosed()) {
                int lengthAndType = in.readInt();
                int flags = in.readUnsignedByte();
                int stream = in.readInt();
                byte[] payload = in.readNBytes(lengthAndType >>> 8);
                int type = lengthAndType & 0xff;
                boolean isAnswer = (flags & 1) != 0;
                if ((type == SETTINGS || type == PING) && !isAnswer) {
                    write(out, type, 1, 0, type == PING ? payload : new byte[0]);
                } else if (type == HEADERS) {
                    calls.incrementAndGet();
                    script.answer(new Call(socket, out, connection, ++requests, stream));
                }
            }
        } catch (IOException e) {
            // the client closed the connection
        }
    }

    private static void write(DataOutputStream out, int type, int flags, int stream, byte[] payload)
            throws IOException {
        out.writeInt(payload.length << 8 | type);
        out.writeByte(flags);
        out.writeInt(stream);
        out.write(payload);
        out.flush();
    }

    private static byte[] ints(int... values) {
        byte[] bytes = new byte[values.length * 4];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (values[i / 4] >>> 24 - i % 4 * 8);
        }
        return bytes;
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "h2-frames");
        thread.setDaemon(true);
        thread.start();
    }
}
