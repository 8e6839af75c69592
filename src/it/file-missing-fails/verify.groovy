import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))

assert !report.gate.passed
assert report.summary.broken == 2
def gone = report.findings.find { it.target.endsWith('/Gone.html') }
assert gone.rule == 'missing-file'
assert gone.severity == 'error'
assert gone.zone == 'site'
assert gone.links.size() == 2
assert gone.links[1].page == 'index.html'
assert gone.links[1].line == 10
assert gone.links[1].column == 5
assert gone.links[1].text == 'Gone.html'

assert log =~ /\[ERROR\].*index\.html:10:5/
assert log.contains('2 broken links, 0 allowed')
assert log.contains('<maxBroken>2</maxBroken>')
assert log.contains('report.json')
