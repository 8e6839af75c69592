// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** The script of a proxy that tunnels every request to one server, regardless of its target. */
public final class TunnelProxy implements RawServer.Script {

    private final RawServer target;

    public TunnelProxy(RawServer target) {
        this.target = target;
    }

    @Override
    public void answer(RawServer.Call call) throws IOException, InterruptedException {
        if (!call.method().equals("CONNECT")) {
            call.page("by proxy");
            return;
        }
        try (Socket there = new Socket(InetAddress.getLoopbackAddress(), target.port())) {
            call.send("HTTP/1.1 200 Connected\r\n\r\n");
            Thread back = new Thread(() -> copy(there, call.socket()), "tunnel");
            back.setDaemon(true);
            back.start();
            copy(call.socket(), there);
            back.join();
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            // one side closed the connection: the tunnel ends
        }
    }
}
