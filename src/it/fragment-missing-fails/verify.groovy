import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))

assert report.summary.broken == 1
def finding = report.findings[0]
assert finding.rule == 'missing-fragment'
assert finding.target.endsWith('/guide.html#instal')
assert finding.message.contains('instal')
assert finding.hint.contains('#install')
assert log.contains('1 broken link, 0 allowed')
