import com.sun.net.httpserver.HttpServer

// A web server on loopback; verify.groovy stops it.
def server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)
def url = "http://127.0.0.1:${server.address.port}/"
def root = new File(basedir, 'site')
def asked = Collections.synchronizedList([])
server.createContext('/') { exchange ->
    def path = exchange.requestURI.path
    asked << path
    def file = new File(root, path.endsWith('/') ? path + 'index.html' : path)
    def body = file.isFile() ? file.text.replace('@url@', url).bytes : 'not here'.bytes
    def types = [html: 'text/html; charset=utf-8', xml: 'application/xml']
    exchange.responseHeaders.set('Content-Type', types[file.name.tokenize('.').last()] ?: 'text/plain')
    exchange.sendResponseHeaders(file.isFile() ? 200 : 404, exchange.requestMethod == 'HEAD' ? -1 : body.length)
    if (exchange.requestMethod != 'HEAD') {
        exchange.responseBody.write(body)
    }
    exchange.close()
}
server.start()
context.put('server', server)
context.put('asked', asked)
new File(basedir, 'test.properties').text = "check-links.site=${url}docs/\ncheck-links.seeds=/sitemap.xml\n"
return true
