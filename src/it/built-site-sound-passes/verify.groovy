import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))

assert report.gate.passed
assert report.gate.objections == []
assert report.gate.complete
assert report.summary.pages == 3
assert report.summary.broken == 0
assert report.skipped == [scheme: 1]
assert report.findings == []
assert log.contains('BUILD SUCCESS')
assert !new File(basedir, 'target/check-links/.work').exists()
