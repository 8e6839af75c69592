import groovy.json.JsonSlurper

context.get('server').stop(0)

// The first build asks, the second knows, the third asks whether anything changed; what fails is asked in each.
def asked = context.get('asked')
assert asked.findAll { it.contains('/there') } == ['HEAD /there', 'HEAD /there "1"']
assert asked.count('HEAD /gone') == 3

assert new File(localRepositoryPath, '.cache/check-links/answers-1.txt').text.contains('/there')
def ledger = new File(basedir, 'target/check-links/ledger.jsonl').readLines().collect { new JsonSlurper().parseText(it) }
assert ledger*.rule == ['ok', 'not-found']
def log = new File(basedir, 'build.log').text
assert !log.contains('cannot be written')
