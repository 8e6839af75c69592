"""Our own side: the Maven run with the goal, the same run without it, and what the report says."""

import json
import shutil
from urllib.parse import unquote, urlsplit

GOAL = "io.github.checklinks:check-links-maven-plugin:{version}:check-links"


class Ours:
    """How the plugin is called."""

    def __init__(self, version, extra):
        self.version = version
        self.extra = extra
        self.maven = shutil.which("mvn")
        if self.maven is None:
            raise SystemExit("mvn is not on PATH")

    def command(self, site, report, settings):
        """The run of the goal; settings are parameters by their names, without the prefix."""
        all_settings = {
            "site": site.directory if site.outside or not site.url else site.url,
            "formats": "json",
            "maxBroken": -1,
            # Each run asks again, as the others do.
            "cache": "false",
            "reportDirectory": report,
            **settings,
        }
        properties = [f"-Dcheck-links.{name}={value}" for name, value in all_settings.items()]
        # A snapshot that is installed here is not looked for elsewhere.
        return [self.maven, "-B", "-ntp", "-nsu", *self.extra, GOAL.format(version=self.version), *properties]


def read(report):
    with open(report / "report.json", encoding="utf-8") as file:
        return json.load(file)


def is_style(link):
    return link["element"] in ("css", "style") or link.get("attribute") == "style"


def missing(report):
    """The files that are missing on the site, by their path, each with the elements that link there."""
    site = urlsplit(report["site"])
    base = site.path[: site.path.rindex("/") + 1]
    found = {}
    for finding in report["findings"]:
        target = urlsplit(finding["target"])
        if finding["rule"] in ("missing-file", "not-found") and finding["zone"] == "site" and target.path.startswith(base):
            elements = {"css" if is_style(link) else link["element"] for link in finding["links"]}
            found.setdefault(unquote(target.path[len(base) :]), set()).update(elements)
    return found
