import com.sun.net.httpserver.HttpServer

// Two web servers on loopback; the first requires credentials and a header. verify.groovy stops them.
def asked = [].asSynchronized()
def start = { name, answer ->
    def server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)
    server.createContext('/') { exchange ->
        def path = exchange.requestURI.path
        def headers = exchange.requestHeaders
        asked << [name, path, headers.getFirst('Authorization'), headers.getFirst('X-Token')]
        answer(exchange, path, headers)
        exchange.close()
    }
    server.start()
    return server
}
def other = start('other') { exchange, path, headers ->
    exchange.sendResponseHeaders(path == '/gone' ? 404 : 200, -1)
}
def elsewhere = "http://127.0.0.1:${other.address.port}"
def own = start('own') { exchange, path, headers ->
    def known = headers.getFirst('Authorization') == 'Basic ' + 'it-reader:Pa55-of-the-it'.bytes.encodeBase64() &&
            headers.getFirst('X-Token') == 'T0ken-of-the-it'
    if (path == '/away') {
        exchange.responseHeaders.set('Location', elsewhere + '/from-away')
    }
    exchange.sendResponseHeaders(path == '/away' ? 302 : known ? 200 : 401, -1)
}
context.put('servers', [own, other])
context.put('asked', asked)
def here = "http://127.0.0.1:${own.address.port}"
def site = new File(basedir, 'site')
site.mkdirs()
new File(site, 'index.html').text = """<!DOCTYPE html>
<title>Home</title>
<a href="${here}/inside">inside</a>
<a href="${here}/away">away</a>
<a href="${elsewhere}/there">there</a>
<a href="${elsewhere.replace('//', '//it-writer:Pa55-in-the-link@')}/gone">gone</a>
"""
new File(basedir, 'test.properties').text = "check-links.hosts=${here};serverId=check-links-it\n"
return true
