def log = new File(basedir, 'build.log').text

assert log.contains('unknown property "check-links.maxbrocken"; the nearest known name is "check-links.maxBroken"')
