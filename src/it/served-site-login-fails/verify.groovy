import groovy.json.JsonSlurper

def server = context.get('server')
def url = "http://127.0.0.1:${server.address.port}"
server.stop(0)

def log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))

assert report.findings*.rule == ['start-redirected']
assert report.findings[0].redirects == ["$url/login?return=/docs/"]
assert report.gate.objections ==
        ["the start page $url/docs/ redirects to $url/login?return=/docs/ (302), which looks like a login page"]
assert log.contains("The crawl ended after one page, $url/login?return=/docs/")
assert !log.contains('No broken links')
