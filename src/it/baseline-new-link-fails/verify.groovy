import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))

assert !report.gate.passed
assert report.summary.known == 2
assert report.summary.broken == 1
assert report.findings.find { it.rule == 'missing-file' }.links*.text == ['new.html']
assert log.contains('1 broken link, 0 allowed')
