import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))

assert report.gate.passed
assert report.site == 'https://docs.acme.org/lib/'
assert report.summary.pages == 2
assert !report.skipped.containsKey('other-module')
assert !new File(basedir, 'child/target/check-links').exists()
assert log.count(':check-links (default)') == 1
