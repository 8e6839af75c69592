import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))

assert report.findings.collect { [it.rule, it.severity, it.zone, it.links*.page, it.links[0].line, it.message] } == [
    ['malformed-url', 'error', 'external', ['index.html'], 7, '"[docs]" is not a valid IPv6 address'],
    ['missing-file', 'error', 'site', ['index.html'], 8, 'nothing at Guide.html'],
    ['missing-fragment', 'error', 'site', ['index.html'], 9, 'no anchor "Install" on guide.html'],
    ['placeholder', 'error', 'external', ['index.html'], 10, 'unresolved placeholder'],
    ['outside-site', 'warning', 'site', ['index.html'], 11, "points above the site's root; set siteUrl so that it can be checked"],
    ['local-address', 'warning', 'external', ['index.html'], 12, 'points to a local or private address'],
    ['orphan', 'warning', 'site', ['notes.html'], null, 'no other page links to this one'],
]

// What is no finding is in the ledger.
def ledger = new File(basedir, 'target/check-links/ledger.jsonl').readLines().collect { new JsonSlurper().parseText(it) }
assert ledger.findAll { it.severity == 'none' }.collect { [it.page, it.line, it.rule, it.detail] } == [
    ['index.html', 5, 'ok', null],
    ['index.html', 6, 'skipped', 'scheme'],
    ['notes.html', 5, 'ok', null],
]
assert ledger.size() == 10
assert report.skipped == [scheme: 1]

assert report.gate.objections == ['4 broken links, 0 allowed']
assert log.contains('4 broken links, 0 allowed')
