import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))
def baseline = new File(basedir, 'check-links-baseline.json')
def entries = new JsonSlurper().parse(baseline)

assert report.gate.passed
assert report.summary.broken == 0
assert report.summary.known == 500
assert entries.size() == 500
assert entries[0] == [page: 'page0.html', text: '#nowhere', rule: 'missing-fragment']
assert baseline.readLines().size() == 502
assert log.contains(': 0 kept, 500 added, 0 removed')
assert log.contains(' is unchanged: 500 kept, 0 added, 0 removed')
