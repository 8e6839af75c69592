import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))

// A link to a method that the other module's class does not have.
assert report.findings*.rule == ['missing-fragment']
assert report.findings[0].target == 'https://docs.acme.org/api/org/acme/core/Harbour.html#boats(long)'
assert report.findings[0].links*.source.contains('web/src/main/java/org/acme/web/Chart.java:5')
assert report.summary.pages > 10
assert log.contains('1 broken link, 0 allowed')
assert !new File(basedir, 'core/target/check-links').exists()
