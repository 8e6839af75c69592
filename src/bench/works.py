"""The workloads: the site to check, the peers, the comparisons and their limits."""

import re
from collections import deque
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from urllib.parse import unquote, urldefrag, urljoin

import servers


@dataclass
class Site:
    """The site to check: its directory, its server if it is served, and the start page for peers that do not follow a refresh."""

    directory: object = None
    served: object = None
    start: str = ""
    outside: bool = False
    """Whether to check the links to other hosts: the directory is the site, and the server plays these hosts."""
    facts: dict = field(default_factory=dict)

    @property
    def url(self):
        return self.served.url if self.served else None


@dataclass
class Run:
    """One configuration in which the plugin runs the workload."""

    settings: dict = field(default_factory=dict)
    heap: str = ""
    site: str = ""
    """The name of the site; empty if there is only one."""
    before: bool = False
    """Whether an earlier build of the plugin runs."""


@dataclass
class Row:
    """A comparison: (of - minus) / over, or seconds if `over` is empty. `over` may be a fact of the site."""

    of: str
    minus: str
    over: str
    measure: str
    limit: float | None
    at_least: bool = False
    over_minus: str = ""
    scale: str = ""
    """The fact by which the ratio is multiplied."""


def goal(peer, wall, cpu=None):
    """Compares the cost of the goal with that of a peer."""
    rows = [Row("ours", "skip", peer, "wall", wall)] if wall else []
    return rows + ([Row("ours", "skip", peer, "cpu", cpu)] if cpu else [])


def whole(peer, wall):
    """Compares the whole Maven run with a peer."""
    return [Row("ours", "", peer, "wall", wall)]


@dataclass
class Work:
    name: str
    title: str
    opens: object
    """Creates the site, or a dictionary of sites by name: (context) -> context manager."""
    rows: list
    peers: tuple = ()
    runs: dict = field(default_factory=lambda: {"ours": Run()})
    settings: dict = field(default_factory=dict)
    rounds: int | None = None
    """The maximum number of rounds, for long ones."""
    same: bool = True
    """Whether all runs of the plugin must have the same findings."""

    def with_before(self):
        """Returns the same workload, which an earlier build of the plugin does as well."""
        if "ours" not in self.runs:
            return self
        rows = [Row("ours", "skip", "before", measure, None, over_minus="skip") for measure in ("wall", "cpu")]
        rows += [Row("ours", "", "before", measure, None) for measure in ("wall", "cpu")]
        runs = {**self.runs, "before": replace(self.runs["ours"], before=True)}
        return replace(self, rows=self.rows + rows, runs=runs)


INSIDE = {"checkExternal": "false"}
LOOPBACK = {"allowPrivate": "127.*"}
CONNECTIONS = {**INSIDE, "siteConcurrency": "64"}
LONG = {"maxPages": "2000000", "maxDuration": "3h"}


def directory(name):
    return lambda context: nullcontext(Site(context.site(name)))


def copies(name, count):
    """A site that contains copies of another one, as hard links if possible."""

    @contextmanager
    def opens(context):
        yield Site(context.copies(context.site(name), count))

    return opens


def served(name, start):
    @contextmanager
    def opens(context):
        root = context.site(name)
        with servers.files(context.scratch, root) as server:
            yield Site(root, server, start)

    return opens


def delayed(name, start, millis):
    @contextmanager
    def opens(context):
        root = context.site(name)
        with servers.web(context.scratch, "files", root, millis) as server:
            site = Site(root, server, start)
            requests, depth = crawl_size(root)
            site.facts["delay alone"] = requests * millis / 1000 / 64 + depth * millis / 1000
            yield site

    return opens


LINK = re.compile(rb"""<(?:a|link|img|script|iframe|frame)\s[^>]*?(?:href|src)\s*=\s*["']([^"'>]+)""", re.I)


def crawl_size(root):
    """Returns the number of URLs of a site that a crawl requests, and its depth. An estimate that needs no parser."""
    depth = {"index.html": 0}
    waiting = deque(depth)
    while waiting:
        name = waiting.popleft()
        file = root / name
        if not name.endswith((".html", ".htm")) or not file.is_file():
            continue
        for reference in LINK.findall(file.read_bytes()):
            url = urldefrag(urljoin("http://site/" + name, reference.decode("utf-8", "replace").strip())).url
            if url.startswith("http://site/"):
                path = unquote(url[len("http://site/") :].split("?")[0])
                path += "index.html" if not path or path.endswith("/") else ""
                if path not in depth:
                    depth[path] = depth[name] + 1
                    waiting.append(path)
    return len(depth), max(depth.values())


def outside(count, hosts, millis):
    """A page with links to many hosts, all on loopback addresses."""

    @contextmanager
    def opens(context):
        links = context.size(count)
        with servers.web(context.scratch, "links", links, min(hosts, links), millis) as server:
            folder = context.folder("outside")
            host_count = min(hosts, links)
            with open(folder / "index.html", "w", encoding="ascii") as page:
                page.write("<!DOCTYPE html><title>x</title>\n")
                for i in range(links):
                    host = i % host_count
                    address = f"127.1.{host // 250}.{host % 250 + 1}:{server.port}"
                    page.write(f'<a href="http://{address}/to/{i}">x</a>\n')
            yield Site(folder, server, "index.html", True, {"links": links})

    return opens


def pages(*counts, broken=0):
    """Sites generated by a server, by their number of pages."""

    @contextmanager
    def opens(context):
        with ExitStack() as stack:
            sites = {}
            for count in counts:
                size = context.size(count)
                arguments = ("pages", size, broken, min(1000, size), min(50_000, size))
                server = stack.enter_context(servers.web(context.scratch, *arguments))
                sites[str(count)] = Site(None, server, facts={"pages": size})
            first = sites[str(counts[0])]
            small, large = counts[0], counts[-1]
            first.facts["pages ratio"] = context.size(small) / context.size(large)
            yield first if len(counts) == 1 else sites

    return opens


def broken_files(count, each):
    """A directory with `count` broken links, `each` on a page, all to distinct targets."""

    @contextmanager
    def opens(context):
        links = context.size(count)
        folder = context.folder("broken")
        for page in range(links // each):
            lines = (f'<a href="no-{page}-{i}.html">x</a>\n' for i in range(each))
            name = "index.html" if page == 0 else f"page-{page}.html"
            (folder / name).write_text("<!DOCTYPE html><title>x</title>\n" + "".join(lines), encoding="ascii")
        yield Site(folder)

    return opens


def written(name, pages):
    """A generated directory; `pages` yields the name and the text of each page, given the context."""

    @contextmanager
    def opens(context):
        folder = context.folder(name)
        for page, text in pages(context):
            (folder / page).write_text(text, encoding="ascii")
        yield Site(folder)

    return opens


WORDS = "a page of the manual that says how to configure the module and what each of its settings means ".split()


def prose(seed, size):
    """Returns paragraphs of about `size` characters, which differ from page to page."""
    parts = []
    length = 0
    while length < size:
        words = (WORDS[(seed * 31 + length + i * i) % len(WORDS)] for i in range(60))
        parts.append("<p>" + " ".join(words) + "</p>\n")
        length += len(parts[-1])
    return "".join(parts)


def small_pages(context, count=5000):
    """Pages of 10 KiB with 40 links each, all of which lead somewhere."""
    count = context.size(count)
    for page in range(count):
        links = "".join(
            f'<li><a href="page-{(page * 7 + i * 131) % count}.html{"#s" + str(i % 8) if i % 3 == 0 else ""}">page {i}</a></li>\n'
            for i in range(40)
        )
        sections = "".join(f'<h2 id="s{i}">Section {i}</h2>\n' + prose(page + i, 800) for i in range(8))
        yield f"page-{page}.html", f"<!DOCTYPE html><title>Page {page}</title>\n<ul>\n{links}</ul>\n{sections}"


def method(page, number):
    kinds = ("java.lang.String", "int", "java.util.List", "byte[]", "long,int")
    return f"{('get', 'set', 'find', 'add')[number % 4]}Value{page % 50}x{number}({kinds[(page + number) % 5]})"


def broken_anchors(share):
    """2,000 pages with 36 links to methods of other pages, as Javadoc writes them; `share` percent of them name no anchor."""

    def pages(context):
        count = context.size(2000)
        for page in range(count):
            links = []
            for i in range(36):
                to = (page * 13 + i * 37) % count
                name = method(to, i)
                if (page * 36 + i) * 7919 % 100 < share:
                    name = name.replace("java.lang.String", "String").replace("Value", "value") + ("" if i % 2 else "-")
                links.append(f'<li><a href="page-{to}.html#{name}">{name}</a></li>\n')
            anchors = "".join(f'<section id="{method(page, i)}">\n{prose(page + i, 150)}</section>\n' for i in range(40))
            yield f"page-{page}.html", f"<!DOCTYPE html><title>Page {page}</title>\n<ul>\n{''.join(links)}</ul>\n{anchors}"

    return pages


@contextmanager
def more_broken(context):
    """Two sites with the same links, of which 10 and 40 percent name no anchor."""
    with written("few", broken_anchors(10))(context) as few, written("many", broken_anchors(40))(context) as many:
        few.facts["thousands more"] = context.size(2000) * 36 * 0.3 / 1000
        yield {"few": few, "many": many}


def of_directory(name):
    """The workload of any directory with a site, as --site names it."""
    return Work(
        "site:" + name,
        f"{name} as a directory",
        directory(name),
        goal("hyperlink", None),
        ("hyperlink",),
        settings=INSIDE,
    )


ALL = [
    Work(
        "openjdk17",
        "openjdk17 as a directory",
        directory("openjdk17"),
        goal("hyperlink", 0.8, 0.9) + whole("hyperlink", 1.6) + whole("lychee", 0.12) + whole("htmltest", None),
        ("hyperlink", "lychee", "htmltest"),
        settings=INSIDE,
    ),
    Work(
        "three",
        "three copies of openjdk17 as a directory",
        copies("openjdk17", 3),
        goal("hyperlink", 0.5) + whole("hyperlink", 0.7),
        ("hyperlink",),
        settings=INSIDE,
    ),
    Work(
        "served",
        "openjdk17 served, 64 connections",
        served("openjdk17", "api/index.html"),
        goal("muffet", 0.35, 0.35) + goal("wget", 0.13),
        ("muffet", "wget"),
        settings=CONNECTIONS,
    ),
    Work(
        "delayed",
        "guava served, 50 ms of delay, 64 connections",
        delayed("guava", "index.html", 50),
        goal("muffet", 0.7) + goal("linkinator", 0.15) + [Row("ours", "skip", "delay alone", "wall", 1.3)],
        ("muffet", "linkinator"),
        settings=CONNECTIONS,
    ),
    Work(
        "one",
        "guava served, 50 ms of delay, one connection compared with 64",
        delayed("guava", "index.html", 50),
        [Row("one", "skip", "ours", "wall", 40, at_least=True, over_minus="skip")],
        runs={"ours": Run({"siteConcurrency": "64"}), "one": Run({"siteConcurrency": "1"})},
        settings=INSIDE,
    ),
    Work(
        "git-served",
        "git served",
        served("git", "index.html"),
        whole("hydra.py", 0.2) + goal("hydra.py", 0.04) + whole("linkinator", None)
        + whole("linkchecker", None) + whole("wget", None),
        ("hydra.py", "linkinator", "linkchecker", "wget"),
        settings=CONNECTIONS,
    ),
    Work(
        "git",
        "git as a directory: the cost for a small project",
        directory("git"),
        [Row("ours", "skip", "", "wall", 0.4)],
        settings=INSIDE,
    ),
    Work(
        "outside",
        "20,000 addresses on 200 hosts, 100 ms of delay",
        outside(20_000, 200, 100),
        goal("lychee", 0.65) + goal("muffet", None),
        ("lychee", "muffet"),
        settings=LOOPBACK,
    ),
    Work(
        "heap-directory",
        "openjdk17 as a directory with 96 MiB of heap",
        directory("openjdk17"),
        [Row("small", "skip", "ours", "wall", 1.5, over_minus="skip")],
        runs={"ours": Run(), "small": Run(heap="-Xmx96m")},
        settings=INSIDE,
    ),
    Work(
        "heap-served",
        "openjdk17 served, with 160 MiB of heap",
        served("openjdk17", "api/index.html"),
        [Row("small", "skip", "ours", "wall", None, over_minus="skip")],
        runs={"ours": Run(), "small": Run(heap="-Xmx160m")},
        settings=CONNECTIONS,
    ),
    Work(
        "pages-10000",
        "time per page, 100,000 generated pages compared with 10,000",
        pages(10_000, 100_000),
        [Row("large", "skip", "small", "wall", 1.0, over_minus="skip", scale="pages ratio")],
        runs={"small": Run(heap="-Xmx768m", site="10000"), "large": Run(heap="-Xmx768m", site="100000")},
        settings={**LOOPBACK, **LONG},
        same=False,
    ),
    Work(
        "pages-1000000",
        "time per page, 1,000,000 generated pages compared with 100,000, 768 MiB of heap",
        pages(100_000, 1_000_000),
        [Row("large", "skip", "small", "wall", 1.2, over_minus="skip", scale="pages ratio")],
        runs={"small": Run(heap="-Xmx768m", site="100000"), "large": Run(heap="-Xmx768m", site="1000000")},
        settings={**LOOPBACK, **LONG},
        rounds=1,
        same=False,
    ),
    Work(
        "ledger",
        "1,000,000 generated pages with the ledger, 768 MiB of heap",
        pages(1_000_000),
        [Row("ledger", "skip", "", "wall", None)],
        runs={"ledger": Run({"formats": "json,ledger"}, "-Xmx768m")},
        settings={**LOOPBACK, **LONG},
        rounds=1,
    ),
    Work(
        "small-pages",
        "a directory with 5,000 pages of 10 KiB",
        written("small", small_pages),
        goal("hyperlink", 1.0),
        ("hyperlink",),
        settings=INSIDE,
    ),
    Work(
        "broken-anchors",
        "a directory with 18,000 broken anchors on 72,000 links",
        written("anchors", broken_anchors(25)),
        goal("hyperlink", 0.7),
        ("hyperlink",),
        settings=INSIDE,
    ),
    Work(
        "more-broken",
        "1,000 more broken links on the same pages, in seconds",
        more_broken,
        [Row("many", "few", "thousands more", "wall", 0.015)],
        runs={"few": Run(site="few"), "many": Run(site="many")},
        settings=INSIDE,
        same=False,
    ),
    Work(
        "broken",
        "a directory with 1,000,000 broken links, all reports, 768 MiB of heap",
        broken_files(1_000_000, 100),
        [Row("ours", "skip", "", "wall", None)],
        runs={"ours": Run({"formats": "json,html,junit"}, "-Xmx768m")},
        settings=INSIDE,
        rounds=1,
    ),
    Work(
        "broken-served",
        "a served site with 1,000,000 broken links, all reports, 768 MiB of heap",
        pages(100_000, broken=10),
        [Row("ours", "skip", "", "wall", None)],
        runs={"ours": Run({"formats": "json,html,junit"}, "-Xmx768m")},
        settings={**LOOPBACK, **LONG},
        rounds=1,
    ),
]
