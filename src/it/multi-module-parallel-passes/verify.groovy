import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def report = { module -> new JsonSlurper().parse(new File(basedir, module + 'target/check-links/report.json')) }

assert log.contains('BUILD SUCCESS')
assert log.contains('Skipped: there is no site at ' + new File(basedir, 'three/site'))
assert report('').site == 'https://docs.acme.org/lib/'
assert report('').summary.ok == 2
assert report('').skipped == ['other-module': 1]
assert log.contains('1 target in another module was not checked (other-module)')
assert report('one/').site == 'https://docs.acme.org/lib/one/'
assert report('one/').summary.ok == 2
assert report('two/').summary.ok == 1
assert new File(basedir, 'one/target/check-links/ledger.jsonl').readLines().size() == 2
