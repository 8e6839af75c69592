def log = new File(basedir, 'build.log').text

assert log.contains('unknown element in item 1 of mappings "directroy"; the nearest known name is "directory"')
