def lines = new File(basedir, 'build.log').readLines()
def summary = new File(basedir, 'target/summary.md').text

// At the beginning of a line: GitHub Actions recognizes workflow commands only there.
def annotations = lines.findAll { it.startsWith('::error ') }
assert annotations.size() == 1
assert annotations[0].contains('title=check-links%3A missing-fragment::')
assert summary.contains('❌ **Failed**')
assert summary.contains('**missing-fragment**')
