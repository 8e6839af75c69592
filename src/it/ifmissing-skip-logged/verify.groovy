def log = new File(basedir, 'build.log').text

assert log.contains('[INFO] Skipped: there is no site at ' + new File(basedir, 'target/site') + ' (ifMissing is skip)')
assert log.contains('BUILD SUCCESS')
