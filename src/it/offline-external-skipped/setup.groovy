import com.sun.net.httpserver.HttpServer
import java.util.concurrent.atomic.AtomicInteger

// A web server on loopback; verify.groovy stops it.
def server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)
def requests = new AtomicInteger()
server.createContext('/') { exchange ->
    requests.incrementAndGet()
    exchange.sendResponseHeaders(404, -1)
    exchange.close()
}
server.start()
context.put('server', server)
context.put('requests', requests)
def site = new File(basedir, 'site')
site.mkdirs()
new File(site, 'index.html').text = """<!DOCTYPE html>
<title>Home</title>
<a href="http://127.0.0.1:${server.address.port}/gone">gone</a>
<a href="https://maven.apache.org/">Maven</a>
<a href="#top">up</a>
"""
return true
