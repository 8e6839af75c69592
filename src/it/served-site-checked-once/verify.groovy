context.get('server').stop(0)

def log = new File(basedir, 'build.log').text

assert context.get('requests').get() == 1
assert log.count('is checked once in this build, in ') == 2
assert log.contains('BUILD SUCCESS')
