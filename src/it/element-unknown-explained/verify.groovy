def log = new File(basedir, 'build.log').text

assert log.contains('unknown element in the configuration of check-links-maven-plugin "maxBrokn"; the nearest known name is "maxBroken"')
