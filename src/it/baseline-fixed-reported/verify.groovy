def log = new File(basedir, 'build.log').text

assert log.contains(': 1 kept, 1 added, 0 removed')
assert log =~ /\[WARNING\].*the baseline's entry for index\.html: index\.htm is no longer broken/
assert log.contains(': 1 kept, 0 added, 1 removed')
assert new File(basedir, 'check-links-baseline.json').getText('UTF-8') == '''[
  {"page": "index.html", "text": "gone.html", "rule": "missing-file", "reason": "comes with the next release", "until": "2100-01-31"}
]
'''
