def log = new File(basedir, 'build.log').text

assert log.contains('maxBroken is "many", but allowed is a whole number, or -1 for no limit. Example: <maxBroken>10</maxBroken>')
assert log.contains('linkTimeout is "soon", but allowed is a time such as 500ms, 10s, 2m or 1h')
assert log.contains('skip is "yes", but allowed is one of true, false')
assert log.contains('"pdf"')
assert log.contains('bloked')
assert log.contains('MojoExecutionException')
