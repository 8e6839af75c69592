def log = new File(basedir, 'build.log').text

assert log.contains('maxBroken is "many" but must be a whole number, or -1 for no limit. Example: <maxBroken>10</maxBroken>')
assert log.contains('linkTimeout is "soon" but must be a duration such as 500ms, 10s, 2m or 1h')
assert log.contains('skip is "yes" but must be one of true, false')
assert log.contains('"pdf"')
assert log.contains('bloked')
assert log.contains('MojoExecutionException')
