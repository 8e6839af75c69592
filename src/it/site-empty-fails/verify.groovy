import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))

assert !report.gate.passed
assert report.summary.pages == 0
assert log.contains('build the site before it is checked')
assert log.contains('MojoFailureException')
