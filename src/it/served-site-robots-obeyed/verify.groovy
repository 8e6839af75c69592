import groovy.json.JsonSlurper

context.get('server').stop(0)

def asked = context.get('asked')
def log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))

assert asked[0] == '/robots.txt'
assert asked.count('/robots.txt') == 1
assert !asked.any { it.startsWith('/docs/private') }
assert report.summary.pages == 2
assert report.skipped == [robots: 2]
assert report.findings == []
assert log.contains('2 skipped: 2 robots')
