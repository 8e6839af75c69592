import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A single-threaded web server on loopback addresses that responds to each request after a constant delay. It serves the files of a
 * directory, or generated pages.
 *
 * <pre>
 * java Web.java files DIRECTORY DELAY            the files of a directory
 * java Web.java pages N BROKEN HOSTS DISTINCT    N pages of 20 links, BROKEN of them broken, one to one of DISTINCT URLs on HOSTS hosts
 * java Web.java links N HOSTS DELAY              a page with N links to HOSTS hosts at /index.html, and these hosts
 * </pre>
 *
 * <p>Prints {@code port P}. For each line {@code count} on its standard input, prints {@code requests R}, the number of requests since the
 * last such line. Exits at the end of the input.
 */
final class Web {

    private static final int LINKS = 20;
    private static final byte[] PLACEHOLDER = "nothing here\n".getBytes(StandardCharsets.US_ASCII);

    private final String kind;
    private final Path directory;
    private final int count;
    private final int broken;
    private final int hosts;
    private final int distinct;
    private final long delay;
    private final AtomicLong requests = new AtomicLong();
    private final ArrayDeque<Connection> delayed = new ArrayDeque<>();
    private final Map<String, byte[]> cache = new HashMap<>();
    private int port;

    /** A connection, with the bytes received so far and the pending response. */
    private static final class Connection {
        final SocketChannel channel;
        final ByteBuffer in = ByteBuffer.allocate(8192);
        SelectionKey key;
        ByteBuffer[] response;
        long due;
        boolean closesAfterwards;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }
    }

    private Web(String[] arguments) {
        kind = arguments[0];
        boolean pages = kind.equals("pages");
        directory = kind.equals("files") ? Path.of(arguments[1]).toAbsolutePath() : Path.of(".");
        count = kind.equals("files") ? 0 : Integer.parseInt(arguments[1]);
        broken = pages ? Integer.parseInt(arguments[2]) : 0;
        hosts = pages ? Integer.parseInt(arguments[3]) : kind.equals("links") ? Integer.parseInt(arguments[2]) : 0;
        distinct = pages ? Integer.parseInt(arguments[4]) : 0;
        delay = pages ? 0 : Long.parseLong(arguments[arguments.length - 1]) * 1_000_000;
    }

    public static void main(String[] arguments) throws IOException {
        Web web = new Web(arguments);
        Selector selector = web.listen();
        Thread listener = new Thread(web::readCommands);
        listener.setDaemon(true);
        listener.start();
        System.out.println("port " + web.port);
        web.serve(selector);
    }

    private void readCommands() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println("requests " + requests.getAndSet(0));
            }
        } catch (IOException e) {
            // The parent process has gone.
        }
        System.exit(0);
    }

    private static byte[] address(int host) {
        return new byte[] {127, 1, (byte) (host / 250), (byte) (host % 250 + 1)};
    }

    private static String name(int host) {
        return "127.1." + host / 250 + "." + (host % 250 + 1);
    }

    private Selector listen() throws IOException {
        Selector selector = Selector.open();
        for (int host = -1; host < hosts; host++) {
            ServerSocketChannel socket = ServerSocketChannel.open();
            InetAddress address = InetAddress.getByAddress(host < 0 ? new byte[] {127, 0, 0, 1} : address(host));
            socket.bind(new InetSocketAddress(address, port), 1024);
            port = socket.socket().getLocalPort();
            socket.configureBlocking(false);
            socket.register(selector, SelectionKey.OP_ACCEPT);
        }
        return selector;
    }

    private void serve(Selector selector) throws IOException {
        while (true) {
            if (delayed.isEmpty()) {
                selector.select();
            } else {
                long wait = (delayed.peek().due - System.nanoTime()) / 1_000_000;
                if (wait > 0) {
                    selector.select(wait);
                } else {
                    selector.selectNow();
                }
            }
            for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
                SelectionKey key = keys.next();
                keys.remove();
                if (key.isValid() && key.isAcceptable()) {
                    accept((ServerSocketChannel) key.channel(), selector);
                } else if (key.isValid()) {
                    process((Connection) key.attachment(), key.isReadable());
                }
            }
            // The delay is constant, so the queue is in the order of due times.
            while (!delayed.isEmpty() && delayed.peek().due - System.nanoTime() <= 0) {
                process(delayed.remove(), false);
            }
        }
    }

    private static void accept(ServerSocketChannel server, Selector selector) throws IOException {
        SocketChannel channel;
        while ((channel = server.accept()) != null) {
            channel.configureBlocking(false);
            channel.socket().setTcpNoDelay(true);
            Connection connection = new Connection(channel);
            connection.key = channel.register(selector, SelectionKey.OP_READ, connection);
        }
    }

    private void process(Connection connection, boolean reads) {
        try {
            if (reads) {
                read(connection);
            } else {
                write(connection);
            }
        } catch (IOException gone) {
            close(connection);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.channel.close();
        } catch (IOException already) {
            // There is nothing left to close.
        }
    }

    private void read(Connection connection) throws IOException {
        int count = connection.channel.read(connection.in);
        if (count < 0 || !connection.in.hasRemaining()) {
            close(connection);
            return;
        }
        handleNext(connection);
    }

    private void handleNext(Connection connection) throws IOException {
        byte[] in = connection.in.array();
        int length = connection.in.position();
        for (int i = 3; i < length; i++) {
            if (in[i] == '\n' && in[i - 2] == '\n') {
                String head = new String(in, 0, i + 1, StandardCharsets.ISO_8859_1);
                connection.in.flip().position(i + 1);
                connection.in.compact();
                connection.key.interestOps(0);
                requests.incrementAndGet();
                respond(connection, head);
                return;
            }
        }
    }

    private void respond(Connection connection, String head) throws IOException {
        String[] line = head.substring(0, head.indexOf('\r')).split(" ", 3);
        connection.closesAfterwards = line[2].equals("HTTP/1.0") || head.toLowerCase(Locale.ROOT).contains("\r\nconnection: close");
        String path = line[1].split("[?#]", 2)[0];
        String location = "";
        byte[] body = null;
        if (kind.equals("files")) {
            Path file = directory.resolve(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8).substring(1));
            if (file.normalize().startsWith(directory)) {
                boolean isDirectory = Files.isDirectory(file);
                if (isDirectory && !path.endsWith("/")) {
                    location = path + "/";
                } else {
                    body = file(isDirectory ? file.resolve("index.html") : file);
                    path = isDirectory ? path + "index.html" : path;
                }
            }
        } else {
            body = generate(path);
        }
        int status = !location.isEmpty() ? 301 : body == null ? 404 : 200;
        byte[] sent = body == null ? PLACEHOLDER : body;
        String text = "HTTP/1.1 " + status + " x\r\nContent-Type: " + (status == 200 ? type(path) : "text/plain")
                + "\r\nContent-Length: " + sent.length
                + (location.isEmpty() ? "" : "\r\nLocation: " + location)
                + (connection.closesAfterwards ? "\r\nConnection: close" : "") + "\r\n\r\n";
        ByteBuffer start = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        ByteBuffer rest = line[0].equals("HEAD") ? ByteBuffer.allocate(0) : ByteBuffer.wrap(sent);
        connection.response = new ByteBuffer[] {start, rest};
        if (delay == 0) {
            write(connection);
        } else {
            connection.due = System.nanoTime() + delay;
            delayed.add(connection);
        }
    }

    private void write(Connection connection) throws IOException {
        connection.channel.write(connection.response);
        if (connection.response[1].hasRemaining() || connection.response[0].hasRemaining()) {
            connection.key.interestOps(SelectionKey.OP_WRITE);
        } else if (connection.closesAfterwards) {
            close(connection);
        } else {
            connection.key.interestOps(SelectionKey.OP_READ);
            handleNext(connection);
        }
    }

    /** Returns the content of a file, which is cached: sites served with a delay are small. */
    private byte[] file(Path file) throws IOException {
        String name = file.toString();
        byte[] bytes = cache.get(name);
        if (bytes == null && Files.isRegularFile(file)) {
            bytes = Files.readAllBytes(file);
            cache.put(name, bytes);
        }
        return bytes;
    }

    private static String type(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return switch (dot < name.lastIndexOf('/') ? "" : name.substring(dot + 1)) {
            case "html", "htm" -> "text/html";
            case "css" -> "text/css";
            case "js" -> "text/javascript";
            case "png" -> "image/png";
            case "gif" -> "image/gif";
            case "svg" -> "image/svg+xml";
            case "" -> "text/html";
            default -> "application/octet-stream";
        };
    }

    private byte[] generate(String path) {
        if (path.startsWith("/to/")) {
            return PLACEHOLDER;
        }
        if (kind.equals("links")) {
            return path.equals("/index.html") || path.equals("/") ? list() : null;
        }
        int number = path.equals("/") ? 0 : path.matches("/p/\\d+/\\d{1,9}\\.html") ? number(path) : -1;
        return number < 0 || number >= count ? null : page(number);
    }

    private static int number(String path) {
        return Integer.parseInt(path.substring(path.lastIndexOf('/') + 1, path.length() - 5));
    }

    private byte[] list() {
        StringBuilder text = new StringBuilder("<!DOCTYPE html><title>x</title>\n");
        for (int i = 0; i < count; i++) {
            text.append("<a href=\"http://").append(name(i % hosts)).append(':').append(port);
            text.append("/to/").append(i).append("\">x</a>\n");
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] page(int number) {
        StringBuilder text = new StringBuilder(2048).append("<!DOCTYPE html><html lang=\"en\"><title>Page ");
        text.append(number).append("</title><h1 id=\"top\">Page ").append(number).append("</h1>\n");
        int inside = LINKS - 1 - broken;
        int children = Math.max(2, inside - 4);
        for (int i = 0; i < inside; i++) {
            // The first links form a tree, so that all pages are reachable; the others are pseudo-random.
            long to = i < children ? (long) number * children + i + 1 : number * 7919L + i * 104_729L;
            to %= count;
            text.append("<p>Some words and <a href=\"/");
            if (to > 0) {
                text.append("p/").append(to / 1000).append('/').append(to).append(".html");
            }
            text.append("#top\">a link</a>.</p>\n");
        }
        for (int i = 0; i < broken; i++) {
            text.append("<a href=\"/no/").append(number).append('/').append(i).append(".html\">x</a>\n");
        }
        int outside = number % distinct;
        text.append("<a href=\"http://").append(name(outside % hosts)).append(':').append(port);
        text.append("/to/").append(outside).append("\">outside</a>\n");
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
