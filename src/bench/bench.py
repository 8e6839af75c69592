#!/usr/bin/env python3
"""Measures the plugin and the other installed tools in interleaved runs, and prints the ratios. Downloads nothing. See README.md."""

import argparse
import json
import os
import platform
import shutil
import signal
import sys
import tempfile
from dataclasses import asdict, replace
from pathlib import Path

import measure
import ours
import peers
import tables
import works


class Context:
    """The folders with the sites and for temporary files, and the scale of generated workloads."""

    def __init__(self, sites, scratch, scale):
        self.sites = sites
        self.scratch = scratch
        self.scale = scale

    def size(self, count):
        """Returns the size of a generated workload, scaled down for a trial run."""
        return max(1000, int(count * self.scale)) if self.scale < 1 else count

    def site(self, name):
        folder = self.sites / name if self.sites else None
        if not folder or not folder.is_dir():
            raise measure.Failed(f"no folder {name} in --sites")
        return folder.resolve()

    def folder(self, name):
        folder = self.scratch / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder

    def copies(self, root, count):
        folder = self.folder("copies")
        same = os.stat(root).st_dev == os.stat(folder).st_dev
        for i in range(count):
            shutil.copytree(root, folder / f"copy-{i + 1}", copy_function=os.link if same else shutil.copy)
        return folder


class Series:
    """The runs of one workload, in which the plugin and its peers take turns."""

    def __init__(self, work, context, plugin, found, options, sites):
        self.work = work
        self.context = context
        self.plugin = plugin
        self.sites = sites if isinstance(sites, dict) else {"": sites}
        self.first = next(iter(self.sites.values()))
        self.found = {
            name: program
            for name, program in found.items()
            if name in work.peers and (peers.ALL[name].served if self.first.url else peers.ALL[name].directory)
        }
        if self.first.outside:
            self.found = {name: program for name, program in found.items() if name in work.peers}
        self.options = options
        self.trouble = set()

    def facts(self):
        return {name: fact for site in self.sites.values() for name, fact in site.facts.items()}

    def rounds(self):
        """Runs all rounds. Returns the measured ones, each with a sample for every participant."""
        counted = min(self.options.rounds, self.work.rounds or self.options.rounds)
        warm_ups = 0 if self.work.rounds else self.options.warm_ups
        rounds = []
        for number in range(warm_ups + counted):
            samples = self.round(number)
            if number == 0:
                self.compare()
            if number >= warm_ups:
                rounds.append(samples)
            times = ", ".join(f"{who} {sample.wall:.2f} s" for who, sample in samples.items())
            print(f"  {'warm-up' if number < warm_ups else 'round'} {times}", flush=True)
        return rounds

    def round(self, number):
        samples = {"skip": self.run_ours("skip", replace(next(iter(self.work.runs.values())), heap=""), {"skip": "true"})}
        for name, run in self.work.runs.items():
            samples[name] = self.run_ours(name, run, {})
        for name, program in self.found.items():
            samples[name] = self.run_peer(name, program)
        return samples

    def run_ours(self, name, run, further):
        site = self.sites[run.site]
        folder = self.context.folder("run-" + name)
        settings = {**self.work.settings, **run.settings, **further}
        command = self.plugin.command(site, folder / "report", settings, run.before)
        heap = " ".join(filter(None, (run.heap, self.options.maven_opts)))
        sample = self.measured(command, folder, site, {"MAVEN_OPTS": heap})
        if sample.code != 0:
            raise measure.Failed(f"{name} exited with status {sample.code}:\n{tail(folder / 'output')}")
        return sample

    def run_peer(self, name, program):
        folder = self.context.folder("run-" + name)
        sample = self.measured(peers.ALL[name].command(program, self.first), folder, self.first, {})
        if peers.ALL[name].names_files and sample.code not in peers.ALL[name].success:
            raise measure.Failed(f"{name} exited with status {sample.code}:\n{tail(folder / 'output')}")
        return sample

    def measured(self, command, folder, site, environment):
        if site.served:
            site.served.count()
        work = folder / "in"
        work.mkdir()
        sample = measure.run([str(part) for part in command], folder / "output", work, environment, self.options.longest)
        sample.requests = site.served.count() if site.served else None
        return sample

    def compare(self):
        """Compares the findings and prints the differences. The times of a peer with other findings are not compared."""
        reports = {name: ours.read(self.context.scratch / ("run-" + name) / "report") for name in self.work.runs}
        first = next(iter(reports.values()))
        for name, report in reports.items():
            if not report["gate"]["complete"]:
                raise measure.Failed(f"{name} did not complete: {report['gate']['objections']}")
            if self.work.same and report["summary"] != first["summary"]:
                raise measure.Failed(f"{name} found {report['summary']}, not {first['summary']}")
            counts = ", ".join(f"{value:,} {key}" for key, value in report["summary"].items() if value)
            print(f"  {name}: {counts}")
        missing = ours.missing(first)
        for name in self.found:
            peer = peers.ALL[name]
            if not peer.names_files:
                print(f"  {name}: its output does not name the missing files; compared without them")
                continue
            theirs = peer.missing(self.context.scratch / ("run-" + name) / "output", self.first)
            only_ours, only_theirs = peers.difference(peer, missing, theirs)
            print(f"  {name}: {len(theirs):,} missing files, we {len(missing):,}", end="")
            print("; the same except for known differences" if not only_ours and not only_theirs else "")
            for who, paths in (("we", only_ours), (name, only_theirs)):
                if paths:
                    self.trouble.add(name)
                    print(f"    only {who}: {len(paths):,}: {', '.join(paths[:5])}")
        if self.options.even_if_different:
            self.trouble.clear()


def tail(output):
    return "\n".join(output.read_text(errors="replace").splitlines()[-20:])


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("works", nargs="*", help="names of workloads (default: all); see --list")
    parser.add_argument("--list", action="store_true", help="list the workloads with their limits and exit")
    parser.add_argument("--sites", type=Path, help="folder with the sites openjdk17, guava and git")
    parser.add_argument("--site", action="append", default=[], metavar="NAME", help="a folder in --sites to check as a directory, compared with hyperlink; may be repeated")
    parser.add_argument("--before", metavar="REPOSITORY", help="local Maven repository with an earlier build of the plugin, which is run in the same rounds")
    parser.add_argument("--peers", type=Path, help="folder with other tools, searched before PATH")
    parser.add_argument("--version", default="1.0.0-SNAPSHOT", help="version of the plugin, which must be installed in the local repository (default %(default)s)")
    parser.add_argument("--maven", action="append", default=[], metavar="ARGUMENT", help="additional argument of mvn; may be repeated")
    parser.add_argument("--maven-opts", default="", help="MAVEN_OPTS of all runs of the plugin")
    parser.add_argument("--rounds", type=int, default=5, help="measured rounds (default 5)")
    parser.add_argument("--warm-ups", type=int, default=1, help="warm-up rounds (default 1)")
    parser.add_argument("--without", action="append", default=[], metavar="PEER", help="peer to skip; may be repeated")
    parser.add_argument("--scale", type=float, default=1, help="below 1: scales generated workloads down, for a trial run")
    parser.add_argument("--even-if-different", action="store_true", help="compare the times of peers with other findings, too")
    parser.add_argument("--longest", type=float, default=3600, help="timeout of a run in seconds (default 3600)")
    parser.add_argument("--scratch", type=Path, help="folder for temporary files (default: that of the system)")
    parser.add_argument("--out", type=Path, help="folder to write results.txt, results.md and results.json to")
    return parser.parse_args()


def list_works():
    for work in works.ALL:
        print(f"{work.name:16}{work.title}")
        for row in work.rows:
            limit = "" if row.limit is None else f" {'at least' if row.at_least else 'at most'} {row.limit:g}"
            print(f"{'':18}{tables.title(row)}, {row.measure}{limit}")


def main():
    options = arguments()
    if options.list:
        list_works()
        return 0
    # Unwind the stack on SIGTERM, so that the servers are stopped, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    wrong = set(options.works) - {work.name for work in works.ALL}
    if wrong:
        raise SystemExit(f"unknown workloads: {', '.join(sorted(wrong))}; use --list to list the valid names")
    chosen = [work for work in works.ALL if work.name in options.works or not options.works and not options.site]
    chosen += [works.of_directory(name) for name in options.site]
    if options.before:
        chosen = [work.with_before() for work in chosen]
    found = {name: program for name, program in peers.present(options.peers).items() if name not in options.without}
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors; peers: {', '.join(found) or 'none'}")
    plugin = ours.Ours(options.version, options.maven, options.before)
    ratios, needs, raw, failed = [], [], {}, []
    with tempfile.TemporaryDirectory(prefix="bench-", dir=options.scratch) as scratch:
        context = Context(options.sites, Path(scratch).resolve(), options.scale)
        for work in chosen:
            print(f"{work.name}: {work.title}", flush=True)
            try:
                with work.opens(context) as sites:
                    series = Series(work, context, plugin, found, options, sites)
                    rounds = series.rounds()
                    ratios += tables.ratios(work, rounds, series.facts(), series.trouble)
                    needs += tables.needs(work, rounds)
                    raw[work.name] = [{who: asdict(sample) for who, sample in samples.items()} for samples in rounds]
            except measure.Failed as failure:
                failed.append(work.name)
                print(f"  FAILED: {failure}", flush=True)
            write(options.out, ratios, needs, raw)
    print()
    for form in (tables.as_text, tables.as_markdown):
        print(form(tables.RATIOS, ratios), form(tables.NEEDS, needs), sep="\n\n", end="\n\n")
    for line in tables.means(ratios):
        print(line)
    if failed:
        print("Failed: " + ", ".join(failed))
    return 1 if failed else 0


def write(out, ratios, needs, raw):
    """Writes the results so far, so that a long series may be interrupted."""
    if out:
        out.mkdir(parents=True, exist_ok=True)
        for name, form in (("results.txt", tables.as_text), ("results.md", tables.as_markdown)):
            both = form(tables.RATIOS, ratios) + "\n\n" + form(tables.NEEDS, needs) + "\n"
            (out / name).write_text(both, encoding="utf-8")
        (out / "results.json").write_text(json.dumps(raw, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
