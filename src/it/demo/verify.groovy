import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))
assert report.summary.pages == 12
assert report.summary.broken == 6

// The log as the two runs wrote it, without a prefix of this build's own.
def out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, 'UTF-8')
def told = true
out.println()
out.println('  src/it/demo/site, with 6 broken links allowed:')
out.println()
new File(basedir, 'build.log').readLines('UTF-8').each { line ->
    if (line.contains('BUILD SUCCESS')) {
        out.println(line)
        out.println()
        out.println('  The same with none allowed, as mvn -q shows it:')
        out.println()
    } else if (told && !(line =~ /pre-build script|Scanning for projects|Total time|Finished at|-----$|Building Tidepool/)) {
        out.println(line)
    }
    // What follows is Maven's advice on stack traces.
    told = told && !line.contains('[Help 1]')
}
out.println()
out.println("  Your own site: mvn -Pdemo install, then in any directory: mvn ${plugin}:check-links -Dcheck-links.site=DIRECTORY-OR-URL")
out.println()
