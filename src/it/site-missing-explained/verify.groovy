def log = new File(basedir, 'build.log').text

assert log.contains('there is no site at ' + new File(basedir, 'target/site'))
assert log.contains('mvn site verify')
assert log.contains('<phase>post-site</phase>')
assert log.contains('<inherited>false</inherited>')
assert log.contains('<ifMissing>skip</ifMissing>')
assert log.contains('MojoExecutionException')
assert !new File(basedir, 'target/check-links').exists()
