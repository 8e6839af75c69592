import com.sun.net.httpserver.HttpServer
import java.util.concurrent.atomic.AtomicInteger

// A web server on loopback; verify.groovy stops it.
def server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)
def requests = new AtomicInteger()
server.createContext('/') { exchange ->
    if (exchange.requestURI.path == '/') {
        requests.incrementAndGet()
    }
    def body = '<!DOCTYPE html><title>Home</title><a href="#top">up</a>'.bytes
    exchange.responseHeaders.set('Content-Type', 'text/html')
    exchange.sendResponseHeaders(200, body.length)
    exchange.responseBody.write(body)
    exchange.close()
}
server.start()
context.put('server', server)
context.put('requests', requests)
new File(basedir, 'test.properties').text = "check-links.site=http://127.0.0.1:${server.address.port}/\n"
return true
