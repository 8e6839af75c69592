import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))

assert report.summary.broken == 0
assert report.skipped['other-module'] > 0
assert report.gate.objections.size() == 1
assert report.gate.objections[0].contains('no link into any module was')
assert log.contains('mvn clean site site:stage, then mvn -N verify')
assert !log.contains('To accept the current broken links')
