"""The other tools: their command lines, how to read missing files from their output, and in what their findings are known to differ."""

import json
import os
import re
import shutil
from urllib.parse import unquote, urlsplit


def below(url, site):
    """Returns the decoded path of a URL below a served site or a directory, without query and fragment; None if it is outside."""
    if url.startswith("file://") or url.startswith("/"):
        path = unquote(urlsplit(url).path)
        root = str(site.directory)
        return path[len(root) :].lstrip("/") if path.startswith(root + "/") else None
    if site.url and url.startswith(site.url):
        return unquote(urlsplit(url).path).lstrip("/")
    return None


class Peer:
    """A tool with which the plugin is compared."""

    name = ""
    names_files = True
    """Whether its output names the missing files."""
    without = ()
    """The elements that it ignores; css for references in style sheets."""
    differs = ()
    """Other known differences: a pattern of the paths, and the reason."""
    success = (0, 1)
    directory = True
    """Whether it can check a directory."""
    served = False

    def find(self, folder):
        """Returns the path of its program, in the given folder or on PATH; None if it is not installed."""
        if folder:
            for place in (folder, folder / "bin", folder / self.name / "node_modules" / ".bin", folder / self.name):
                found = shutil.which(self.name, path=str(place))
                if found:
                    return found
        return shutil.which(self.name)

    def command(self, program, site):
        raise NotImplementedError

    def missing(self, output, site):
        raise NotImplementedError


def canonical(path):
    """Returns the same path for a directory and its index file."""
    return re.sub(r"(^|/)index\.html$", "", path).rstrip("/")


def difference(peer, ours, theirs):
    """
    Returns the missing files that only we found and those that only the peer found, as sorted lists, without known differences.

    ours: our missing files by path, each with the elements that link to it; theirs: the paths found by the peer.
    """
    ours_read = {canonical(path) for path, elements in ours.items() if not elements <= set(peer.without)}
    found = {canonical(path) for path in theirs}

    def unexpected(paths):
        return sorted(p for p in paths if not any(re.fullmatch(pattern, p) for pattern, _ in peer.differs))

    return unexpected(ours_read - found), unexpected(found - {canonical(path) for path in ours})


def text(output):
    return output.read_text(encoding="utf-8", errors="replace")


def json_in(output):
    """Parses the JSON value in an output with other lines around it."""
    whole = text(output)
    return json.loads(whole[re.search(r"^[{\[]", whole, re.M).start() :].rsplit("\n}", 1)[0] + "\n}")


class Hyperlink(Peer):
    name = "hyperlink"
    success = (0, 1, 2)
    without = ("css",)

    def command(self, program, site):
        return [program, "--check-anchors", str(site.directory)]

    def missing(self, output, site):
        found = set()
        for link in re.findall(r"^  error: bad link /?(.*)$", text(output), re.M):
            path, _, fragment = link.partition("#")
            # With a fragment, only the anchor may be missing.
            if not fragment or not (site.directory / unquote(path)).exists():
                found.add(unquote(path.split("?")[0]))
        return found


class Lychee(Peer):
    name = "lychee"
    without = ("css",)
    differs = ((r'.*"[^"]*"', "treats the quotes of url() in a style sheet as a part of the name"),)
    success = (0, 2)

    def command(self, program, site):
        if site.outside:
            return [program, "--no-progress", "--format", "json", str(site.directory / "index.html")]
        return [
            program, "--offline", "--include-fragments", "--no-progress", "--format", "json",
            "--root-dir", str(site.directory), str(site.directory),
        ]  # fmt: skip

    def missing(self, output, site):
        report = json_in(output)
        errors = report.get("error_map") or report.get("fail_map") or {}
        urls = {each["url"] for page in errors.values() for each in page}
        # If a URL has a fragment and its file exists, only the anchor is missing.
        paths = {(below(url, site), "#" in url) for url in urls}
        return {p for p, part in paths if p is not None and not (part and (site.directory / p).exists())}


class Htmltest(Peer):
    name = "htmltest"
    names_files = False

    def command(self, program, site):
        return [program, "--skip-external", str(site.directory)]


class Muffet(Peer):
    name = "muffet"
    without = ("css",)
    directory = False
    served = True

    def command(self, program, site):
        inside = [] if site.outside else ["--include", "^" + re.escape(site.url)]
        connections = [] if site.outside else ["-c", "64"]
        return [program, "--format", "json", "--buffer-size", "1048576", *connections, *inside, site.url + site.start]

    def missing(self, output, site):
        report = json.loads(text(output) or "[]")
        broken = {link["url"] for page in report for link in page["links"] if link["error"] == "404"}
        return {below(url, site) for url in broken} - {None}


class Wget(Peer):
    name = "wget"
    success = (0, 8)
    directory = False
    served = True

    def command(self, program, site):
        return [program, "--spider", "-r", "-l", "inf", "-nv", "-e", "robots=off", site.url + site.start]

    def missing(self, output, site):
        _, found, listed = text(output).rpartition("broken link")
        urls = re.findall(r"^(http://\S+)$", listed, re.M) if found else []
        return {below(url, site) for url in urls} - {None}


class Linkinator(Peer):
    name = "linkinator"
    without = ("css",)
    directory = False
    served = True

    def command(self, program, site):
        # It only follows links below its start URL.
        start = site.url + site.start.removesuffix("index.html")
        return [
            program, start, "--recurse", "--concurrency", "64", "--format", "json",
            "--skip", "^(?!" + re.escape(site.url) + ")",
        ]  # fmt: skip

    def missing(self, output, site):
        links = json_in(output)["links"]
        return {below(link["url"], site) for link in links if link["state"] == "BROKEN"} - {None}


class Hydra(Peer):
    name = "hydra.py"
    names_files = False
    directory = False
    served = True

    def find(self, folder):
        program = super().find(folder)
        for place in ("", "hydra", "hydra-link-checker"):
            if program is None and folder and (folder / place / self.name).exists():
                program = str(folder / place / self.name)
        return program

    def command(self, program, site):
        return ["python3", program, site.url + site.start]


class Linkchecker(Peer):
    name = "linkchecker"
    directory = False
    served = True

    def command(self, program, site):
        return [program, "--no-status", "-t", "64", "-o", "csv", "--no-robots", site.url + site.start]

    def missing(self, output, site):
        urls = re.findall(r"^[^#;]*;[^;]*;[^;]*;404[^;]*;.*?;(http://[^;]*);", text(output), re.M)
        return {below(url, site) for url in urls} - {None}


ALL = {
    peer.name: peer
    for peer in (Hyperlink(), Lychee(), Htmltest(), Muffet(), Wget(), Linkinator(), Hydra(), Linkchecker())
}


def present(folder):
    """Returns the installed peers by name, with the paths of their programs."""
    found = {name: peer.find(folder) for name, peer in ALL.items()}
    return {name: os.path.abspath(program) for name, program in found.items() if program}
