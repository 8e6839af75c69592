import com.sun.net.httpserver.HttpServer

// A web server on loopback whose documentation requires a login; verify.groovy stops it.
def server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)
server.createContext('/') { exchange ->
    if (exchange.requestURI.path == '/docs/') {
        exchange.responseHeaders.set('Location', '/login?return=/docs/')
        exchange.sendResponseHeaders(302, -1)
    } else if (exchange.requestURI.path == '/login') {
        def body = '<!DOCTYPE html>\n<title>Sign in</title>\n<form method="post" action="/login"></form>\n'.bytes
        exchange.responseHeaders.set('Content-Type', 'text/html')
        exchange.sendResponseHeaders(200, exchange.requestMethod == 'HEAD' ? -1 : body.length)
        if (exchange.requestMethod != 'HEAD') {
            exchange.responseBody.write(body)
        }
    } else {
        exchange.sendResponseHeaders(404, -1)
    }
    exchange.close()
}
server.start()
context.put('server', server)
new File(basedir, 'test.properties').text =
        "check-links.site=http://127.0.0.1:${server.address.port}/docs/\ncheck-links.maxBroken=-1\n"
return true
