import groovy.json.JsonSlurper

context.get('server').stop(0)

def log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))

assert report.summary.ok == 1
assert report.summary.broken == 1
def finding = report.findings[0]
assert finding.rule == 'not-found'
assert finding.zone == 'external'
assert finding.status == 404
assert finding.links[0].line == 4
assert log.contains('1 broken link, 0 allowed')
