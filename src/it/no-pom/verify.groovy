import groovy.json.JsonSlurper

def directory = new File(basedir, 'check-links-report')
def report = new JsonSlurper().parse(new File(directory, 'report.json'))

assert report.gate.passed
assert report.summary.pages == 1
assert report.summary.ok == 1
assert new File(directory, 'ledger.jsonl').readLines().size() == 1
