import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))
assert report.summary.pages == 12
assert report.summary.broken == 6

// Print the log of the two runs unchanged, without the log prefix of this build.
def out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, 'UTF-8')
def visible = true
out.println()
out.println('  src/it/demo/site, with 6 broken links allowed:')
out.println()
new File(basedir, 'build.log').readLines('UTF-8').each { line ->
    if (line.contains('BUILD SUCCESS')) {
        out.println(line)
        out.println()
        out.println('  The same with none allowed, as shown by mvn -q:')
        out.println()
    } else if (visible && !(line =~ /pre-build script|Scanning for projects|Total time|Finished at|-----$|Building Tidepool/)) {
        out.println(line)
    }
    // Skip Maven's help on stack traces, which follows.
    visible = visible && !line.contains('[Help 1]')
}
out.println()
out.println("  To check your own site: mvn -Pdemo install, then in any directory: mvn ${plugin}:check-links -Dcheck-links.site=DIRECTORY-OR-URL")
out.println()
