import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))

assert log.contains('BUILD SUCCESS')
assert report.gate.passed
assert report.summary.pages == 2
assert report.summary.links > 3
