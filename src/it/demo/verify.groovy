import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))
assert report.summary.pages == 12
assert report.summary.broken == 6

println "Your own site: mvn -Pdemo install, then in any directory: mvn ${plugin}:check-links -Dcheck-links.site=DIRECTORY-OR-URL"
