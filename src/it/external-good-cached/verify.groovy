import groovy.json.JsonSlurper

context.get('server').stop(0)

// The first build requests the address, the second uses the cache, the third revalidates; failures are requested in each.
def asked = context.get('asked')
assert asked.findAll { it.contains('/there') } == ['HEAD /there', 'HEAD /there "1"']
assert asked.count('HEAD /gone') == 3

assert new File(localRepositoryPath, '.cache/check-links/answers-1.txt').text.contains('/there')
def ledger = new File(basedir, 'target/check-links/ledger.jsonl').readLines().collect { new JsonSlurper().parseText(it) }
assert ledger*.rule == ['ok', 'not-found']
def log = new File(basedir, 'build.log').text
assert !log.contains('cannot be written')
