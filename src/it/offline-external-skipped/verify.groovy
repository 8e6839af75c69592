import groovy.json.JsonSlurper

context.get('server').stop(0)
assert context.get('requests').get() == 0

def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))

assert report.gate.passed
assert report.skipped == [offline: 2]
assert report.summary.broken == 0
