import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))

assert report.gate.passed
assert report.summary.broken == 2
assert report.findings*.rule == ['missing-file', 'missing-file']
assert log.contains('BUILD SUCCESS')
