import com.sun.net.httpserver.HttpServer
import java.util.concurrent.CopyOnWriteArrayList

// A web server on loopback that records the requests; verify.groovy stops it.
def asked = new CopyOnWriteArrayList()
def server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)
server.createContext('/') { exchange ->
    asked.add(exchange.requestURI.path)
    exchange.sendResponseHeaders(exchange.requestURI.path == '/gone' ? 404 : 200, -1)
    exchange.close()
}
server.start()
context.put('server', server)
context.put('asked', asked)
def links = { paths ->
    '<!DOCTYPE html>\n<title>Home</title>\n' +
        paths.collect { "<a href=\"http://127.0.0.1:${server.address.port}${it}\">x</a>\n" }.join('')
}
[before: ['/there', '/gone'], after: ['/there', '/added']].each { name, paths ->
    def site = new File(basedir, name)
    site.mkdirs()
    new File(site, 'index.html').text = links(paths)
}
return true
