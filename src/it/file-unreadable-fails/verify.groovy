import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))

assert !report.gate.passed
assert report.gate.complete
assert report.summary.pages == 1
assert report.summary.broken == 2
assert report.findings*.rule == ['unreadable', 'missing-file']
def circle = report.findings.find { it.rule == 'unreadable' }
assert circle.severity == 'error'
assert circle.zone == 'site'
assert circle.target.endsWith('/circle.html')
assert circle.message == 'circle.html cannot be read: its symbolic links lead in a circle'
assert circle.links*.page == ['circle.html', 'index.html']
assert circle.links*.element == ['file', 'a']
assert circle.links[1].line == 9

// Everything else was checked.
assert report.findings.find { it.rule == 'missing-file' }.target.endsWith('/gone.html')
assert log.contains('2 broken links, 0 allowed')
