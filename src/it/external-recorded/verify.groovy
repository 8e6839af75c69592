import groovy.json.JsonSlurper

context.get('server').stop(0)

def address = "http://127.0.0.1:${context.get('server').address.port}"
def ledger = { name ->
    new File(basedir, "target/${name}/ledger.jsonl").readLines().collect { new JsonSlurper().parseText(it) }
}

def entries = new JsonSlurper().parse(new File(basedir, 'check-links-external.json'))
assert entries*.url == ["$address/gone".toString(), "$address/there".toString(), null]
assert entries*.state == ['failing', 'ok', null]
assert entries[0].rule == 'not-found'

// The release requested nothing, the pull request only what it adds.
def release = ledger('after-recorded')
assert release*.rule == ['ok', 'unrecorded']
assert release*.answer == ['record', null]
def request = ledger('after-new')
assert request*.rule == ['ok', 'ok']
assert request*.answer == ['record', 'asked']
assert context.get('asked').toSet() == ['/there', '/gone', '/added'] as Set
assert context.get('asked').count('/there') == 1
assert context.get('asked').count('/added') == 1

def log = new File(basedir, 'build.log').text
assert log.contains('2 external links, 1 of them failing; 2 added, 0 removed, 0 changed')
assert log.contains('2 external links: 0 asked, 1 from the record of ')
assert log.contains('1 not in the record')
assert log.contains('2 external links: 1 asked, 1 from the record of ')
