// 500 broken links: two on each of 250 pages.
def site = new File(basedir, 'site')
site.mkdirs()
250.times {
    new File(site, "page${it}.html").setText("""<!DOCTYPE html>
<html lang="en"><head><title>t</title></head><body>
<a href="gone${it}.html">gone</a> <a href="#nowhere">nowhere</a> <a href="page0.html">good</a>
</body></html>
""", 'UTF-8')
}
return true
