import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))

assert report.gate.passed
assert report.summary.known == 1
assert report.summary.broken == 0
assert report.findings*.rule == ['known']
assert log.contains('BUILD SUCCESS')
