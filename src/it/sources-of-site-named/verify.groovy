import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/check-links/report.json'))
def sources = report.findings.findAll { it.rule == 'missing-file' }
        .collectMany { it.links }
        .groupBy { it.text.tokenize('/').last() }
        .collectEntries { text, links -> [text, links*.source.unique()] }

assert sources == [
    'menu-gone.html': ['src/site/site.xml:11'],
    'rest.html': ['src/site/markdown/index.md:3'],
    'gone.html#Set_up': ['src/site/apt/guide/index.apt:7'],
    'gone.html?a=1&b=2': ['src/site/xdoc/list.xml:6'],
    'gone-plain.html': ['src/site/resources/plain.html:8'],
]
assert report.findings.find { it.target.endsWith('menu-gone.html') }.hint.contains('likely from the skin or site.xml')
