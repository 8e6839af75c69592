def log = new File(basedir, 'build.log').text

assert log.contains('site is http://127.0.0.1:9/docs/, but Maven is offline')
