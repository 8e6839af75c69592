import com.sun.net.httpserver.HttpServer
import com.sun.net.httpserver.HttpsConfigurator
import com.sun.net.httpserver.HttpsServer
import java.security.KeyStore
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import javax.net.ssl.KeyManagerFactory
import javax.net.ssl.SSLContext

// A site and another one on loopback, whose answers are those of the path; verify.groovy stops them.
def over = new CountDownLatch(1)
def threads = Executors.newCachedThreadPool { task -> new Thread(task, 'faulty').tap { daemon = true } }
def send = { exchange, int status, String body ->
    exchange.responseHeaders.set('Content-Type', 'text/html; charset=utf-8')
    def isHead = exchange.requestMethod == 'HEAD'
    exchange.sendResponseHeaders(status, isHead || body.empty ? -1 : body.length())
    if (!isHead) {
        exchange.responseBody.write(body.bytes)
    }
}
def redirect = { exchange, int status, String to ->
    exchange.responseHeaders.set('Location', to)
    exchange.sendResponseHeaders(status, -1)
}
def answers = [
    '/there'  : { send(it, 200, '<!DOCTYPE html><title>There</title><h1 id="x">There</h1>') },
    '/moved'  : { redirect(it, 301, '/there') },
    '/away'   : { redirect(it, 302, '/there') },
    '/loop'   : { redirect(it, 302, '/pool') },
    '/pool'   : { redirect(it, 302, '/loop') },
    '/large'  : { send(it, 200, '<!DOCTYPE html><title>Large</title>' + '<p>Large</p>\n' * 6000) },
    '/teapot' : { send(it, 418, '') },
    '/members': { send(it, 403, '') },
    '/crash'  : { send(it, 500, '') },
    '/mute'   : { over.await() },
    '/lost'   : { },
]
def start = { server ->
    server.executor = threads
    server.createContext('/') { exchange ->
        def answer = answers[exchange.requestURI.path] ?: { send(it, 404, '') }
        answer(exchange)
        exchange.close()
    }
    server.start()
    return server
}
def loopback = { new InetSocketAddress(InetAddress.getByName('127.0.0.1'), 0) }
def own = start(HttpServer.create(loopback(), 0))
def other = start(HttpServer.create(loopback(), 0))

// A certificate that no authority has signed.
def keys = new File(basedir, 'keys.p12')
keys.delete()
def keytool = [System.getProperty('java.home') + '/bin/keytool', '-genkeypair', '-keystore', keys.path, '-storetype', 'PKCS12',
               '-storepass', 'changeit', '-keyalg', 'EC', '-alias', 'self', '-dname', 'CN=self', '-ext', 'san=ip:127.0.0.1']
assert keytool.execute().waitFor() == 0
def store = KeyStore.getInstance(keys, 'changeit' as char[])
def managers = KeyManagerFactory.getInstance(KeyManagerFactory.defaultAlgorithm)
managers.init(store, 'changeit' as char[])
def tls = SSLContext.getInstance('TLS')
tls.init(managers.keyManagers, null, null)
def secure = HttpsServer.create(loopback(), 0)
secure.httpsConfigurator = new HttpsConfigurator(tls)
start(secure)

// A port on which nothing listens: it was free a moment ago.
def closed = new ServerSocket(0, 1, InetAddress.getByName('127.0.0.1')).withCloseable { it.localPort }

def here = "http://127.0.0.1:${own.address.port}"
def there = "http://127.0.0.1:${other.address.port}"
def paths = ['/there', '/moved', '/away', '/loop', '/large', '/teapot', '/members', '/crash', '/mute', '/lost', '/gone', '/there#y']
def links = paths + paths.collect { there + it } + [
    "https://127.0.0.1:${secure.address.port}/",
    "http://127.0.0.1:$closed/",
    'https://docs.acme.org/',
]
def page = '<!DOCTYPE html>\n<title>Home</title>\n' + links.collect { "<a href=\"$it\">x</a>\n" }.join()
answers['/'] = { send(it, 200, page) }

context.put('servers', [own, other, secure])
context.put('over', over)
context.put('here', here)
context.put('there', there)
new File(basedir, 'test.properties').text = "check-links.site=$here/\n"
return true
