import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))

// One finding for the whole run: no host is called dead.
assert report.findings.collect { [it.rule, it.severity, it.zone, it.message] } ==
        [['no-network', 'warning', 'external', 'no external host could be reached']]
assert report.findings[0].links.collect { [it.page, it.line, it.text] } == [
    ['guide.html', 5, 'https://docs.acme.org/'],
    ['guide.html', 6, 'https://www.acme.com/shop/'],
    ['guide.html', 7, 'https://lists.acme.net/'],
    ['index.html', 5, 'https://docs.acme.org/'],
]
assert report.summary.warnings == 3
assert report.summary.broken == 0
assert report.gate.passed
assert log.count('no external host could be reached') == 1
assert log.contains('BUILD SUCCESS')
