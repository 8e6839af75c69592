import groovy.json.JsonSlurper

context.get('over').countDown()
context.get('servers')*.stop(0)

def here = context.get('here')
def there = context.get('there')
def log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))

assert report.findings.collect { [it.rule, it.severity, it.zone, it.links*.page, it.links[0].line, it.message] } == [
    ['moved', 'warning', 'site', ['index.html'], 4, "moved permanently to $here/there"],
    ['redirect-loop', 'error', 'site', ['index.html'], 6, 'a redirect that returns to an earlier address'],
    ['too-large', 'error', 'site', ['index.html'], 7, 'the page was truncated at maxBodySize, so not all of its links were read'],
    ['bad-status', 'error', 'site', ['index.html'], 8, 'unexpected status 418'],
    ['blocked', 'error', 'site', ['index.html'], 9, 'access denied (403)'],
    ['server-error', 'error', 'site', ['index.html'], 10, 'server error (500)'],
    ['timed-out', 'error', 'site', ['index.html'], 11, 'no answer within 2s (responseTimeout)'],
    ['unreachable', 'error', 'site', ['index.html'], 12, 'the connection was closed without an answer'],
    ['not-found', 'error', 'site', ['index.html'], 13, 'not found (404)'],
    ['missing-fragment', 'error', 'site', ['index.html'], 14, 'no anchor "y" on there'],
    ['moved', 'warning', 'external', ['index.html'], 16, "moved permanently to $there/there"],
    ['redirect-loop', 'error', 'external', ['index.html'], 18, 'a redirect that returns to an earlier address'],
    ['bad-status', 'error', 'external', ['index.html'], 20, 'unexpected status 418'],
    ['blocked', 'warning', 'external', ['index.html'], 21, 'access denied (403)'],
    ['server-error', 'warning', 'external', ['index.html'], 22, 'server error (500)'],
    ['timed-out', 'warning', 'external', ['index.html'], 23, 'no answer within 2s (responseTimeout)'],
    ['unreachable', 'warning', 'external', ['index.html'], 24, 'the connection was closed without an answer'],
    ['not-found', 'error', 'external', ['index.html'], 25, 'not found (404)'],
    ['missing-fragment', 'warning', 'external', ['index.html'], 26, "no anchor \"y\" on $there/there"],
    ['untrusted', 'warning', 'external', ['index.html'], 27, 'its certificate is self-signed'],
    ['unreachable', 'warning', 'external', ['index.html'], 28, 'the connection was refused'],
    ['unknown-host', 'error', 'external', ['index.html'], 29, 'no such host: docs.acme.org'],
]

// What is no finding is in the ledger.
def ledger = new File(basedir, 'target/check-links/ledger.jsonl').readLines().collect { new JsonSlurper().parseText(it) }
assert ledger.findAll { it.severity == 'none' }.collect { [it.line, it.rule, it.detail] } == [
    [3, 'ok', null],
    [5, 'redirected', "$here/there"],
    [15, 'ok', null],
    [17, 'redirected', "$there/there"],
    // Nothing is read from it, so its size does not matter.
    [19, 'ok', null],
]
assert ledger.size() == 27

assert report.gate.objections == ['13 broken links, 0 allowed']
assert log.contains('13 broken links, 0 allowed')
