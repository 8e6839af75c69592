import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))

assert report.summary.pages == 2
assert report.findings*.rule.contains('missing-fragment')
assert log.contains('1 broken link, 0 allowed')
