import groovy.json.JsonSlurper

context.get('server').stop(0)

def log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))

assert report.site ==~ 'http://127\\.0\\.0\\.1:\\d+/docs/'
assert report.summary.pages == 3
assert report.findings*.rule == ['not-found', 'missing-fragment']
assert report.findings[0].status == 404
assert report.findings[0].links[0].page == 'deep/page.html'
assert log.contains('2 broken links, 0 allowed')
