"""Runs of the plugin: the Maven command line with the goal, and the findings in its report."""

import json
import shutil
from urllib.parse import unquote, urlsplit

GOAL = "io.github.checklinks:check-links-maven-plugin:{version}:check-links"


class Ours:
    """The command line of the plugin."""

    def __init__(self, version, extra, before=None):
        self.version = version
        self.extra = extra
        self.before = before
        """The local repository with an earlier build; None to use none."""
        self.maven = shutil.which("mvn")
        if self.maven is None:
            raise SystemExit("mvn is not on PATH")

    def command(self, site, report, settings, before=False):
        """Returns the command that runs the goal; settings are the values of parameters, by name without the prefix."""
        repository = [f"-Dmaven.repo.local={self.before}"] if before else []
        all_settings = {
            "site": site.directory if site.outside or not site.url else site.url,
            "formats": "json",
            "maxBroken": -1,
            # Send all requests in each run, as the peers do.
            "cache": "false",
            "reportDirectory": report,
            **settings,
        }
        properties = [f"-Dcheck-links.{name}={value}" for name, value in all_settings.items()]
        # -nsu: use the locally installed snapshot without checking for updates.
        return [self.maven, "-B", "-ntp", "-nsu", *self.extra, *repository, GOAL.format(version=self.version), *properties]


def read(report):
    with open(report / "report.json", encoding="utf-8") as file:
        return json.load(file)


def is_style(link):
    return link["element"] in ("css", "style") or link.get("attribute") == "style"


def missing(report):
    """Returns the missing files of the site, by path, each with the elements that link to it."""
    # A directory that was not published has no site; its targets are paths below it.
    site = urlsplit(report.get("site", "/"))
    base = site.path[: site.path.rindex("/") + 1]
    found = {}
    for finding in report["findings"]:
        target = urlsplit(finding["target"])
        if finding["rule"] in ("missing-file", "not-found") and finding["zone"] == "site" and target.path.startswith(base):
            elements = {"css" if is_style(link) else link["element"] for link in finding["links"]}
            found.setdefault(unquote(target.path[len(base) :]), set()).update(elements)
    return found
