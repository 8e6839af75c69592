def log = new File(basedir, 'build.log').text

assert log.contains('site is not set')
assert log.contains('-Dcheck-links.site=')
