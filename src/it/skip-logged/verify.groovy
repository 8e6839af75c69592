def log = new File(basedir, 'build.log').text

assert log.contains('[INFO] Skipped: no links are checked (skip is true)')
assert !new File(basedir, 'target/check-links').exists()
