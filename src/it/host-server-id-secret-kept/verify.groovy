import groovy.json.JsonSlurper

context.get('servers')*.stop(0)
def asked = context.get('asked')

// The first server received the credentials and the header, the other one neither, not even after a redirect.
assert asked.any { it[0] == 'own' && it[1] == '/inside' }
assert asked.findAll { it[0] == 'own' }.every { it[2] && it[3] == 'T0ken-of-the-it' }
assert asked.any { it[0] == 'other' && it[1] == '/from-away' }
assert asked.findAll { it[0] == 'other' && it[1] != '/gone' }.every { !it[2] && !it[3] }

def reports = new File(basedir, 'target/check-links')
assert new JsonSlurper().parse(new File(reports, 'report.json')).findings*.rule == ['not-found']

// No output contains the secrets.
def secrets = ['Pa55-of-the-it', 'T0ken-of-the-it', 'Pa55-in-the-link',
               'it-reader:Pa55-of-the-it'.bytes.encodeBase64().toString(),
               'it-writer:Pa55-in-the-link'.bytes.encodeBase64().toString()]
def log = new File(basedir, 'build.log').text
assert log.contains('[DEBUG]')
secrets.each { secret -> assert !log.contains(secret) }
def files = reports.listFiles().findAll { it.file }
assert files*.name.contains('ledger.jsonl')
files.each { file -> secrets.each { secret -> assert !file.text.contains(secret) } }
return true
