import com.sun.net.httpserver.HttpServer
import java.util.concurrent.CopyOnWriteArrayList

// A web server on loopback that records its requests; verify.groovy stops it.
def asked = new CopyOnWriteArrayList<String>()
def server = HttpServer.create(new InetSocketAddress(InetAddress.getByName('127.0.0.1'), 0), 0)
server.createContext('/') { exchange ->
    def condition = exchange.requestHeaders.getFirst('If-None-Match')
    asked.add("$exchange.requestMethod $exchange.requestURI.path ${condition ?: ''}".toString().trim())
    exchange.responseHeaders.set('ETag', '"1"')
    def there = exchange.requestURI.path == '/there'
    exchange.sendResponseHeaders(there ? (condition == '"1"' ? 304 : 200) : 404, -1)
    exchange.close()
}
server.start()
context.put('server', server)
context.put('asked', asked)
def site = new File(basedir, 'site')
site.mkdirs()
new File(site, 'index.html').text = """<!DOCTYPE html>
<title>Home</title>
<a href="http://127.0.0.1:${server.address.port}/there">there</a>
<a href="http://127.0.0.1:${server.address.port}/gone">gone</a>
"""
// Delete responses cached by earlier builds of this test, possibly for the same port.
new File(localRepositoryPath, '.cache/check-links').deleteDir()
return true
