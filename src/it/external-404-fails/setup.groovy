import com.sun.net.httpserver.HttpServer

// A web server on loopback; verify.groovy stops it.
def server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)
server.createContext('/') { exchange ->
    exchange.sendResponseHeaders(exchange.requestURI.path == '/there' ? 200 : 404, -1)
    exchange.close()
}
server.start()
context.put('server', server)
def site = new File(basedir, 'site')
site.mkdirs()
new File(site, 'index.html').text = """<!DOCTYPE html>
<title>Home</title>
<a href="http://127.0.0.1:${server.address.port}/there">there</a>
<a href="http://127.0.0.1:${server.address.port}/gone">gone</a>
"""
return true
