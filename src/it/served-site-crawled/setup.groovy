import com.sun.net.httpserver.HttpServer

// A web server on loopback; verify.groovy stops it.
def server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)
def root = new File(basedir, 'site')
server.createContext('/') { exchange ->
    def path = exchange.requestURI.path
    def file = new File(root, path.endsWith('/') ? path + 'index.html' : path)
    def body = file.isFile() ? file.bytes : 'not here'.bytes
    exchange.responseHeaders.set('Content-Type', file.name.endsWith('.html') ? 'text/html; charset=utf-8' : 'text/plain')
    exchange.sendResponseHeaders(file.isFile() ? 200 : 404, exchange.requestMethod == 'HEAD' ? -1 : body.length)
    if (exchange.requestMethod != 'HEAD') {
        exchange.responseBody.write(body)
    }
    exchange.close()
}
server.start()
context.put('server', server)
new File(basedir, 'test.properties').text = "check-links.site=http://127.0.0.1:${server.address.port}/docs/\n"
return true
