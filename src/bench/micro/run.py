#!/usr/bin/env python3
"""Builds the micro-benchmarks against the installed plugin and runs them. Arguments before -- are passed to Maven, the others to JMH."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main():
    maven, jmh = [], sys.argv[1:]
    if "--" in jmh:
        maven, jmh = jmh[: jmh.index("--")], jmh[jmh.index("--") + 1 :]
    subprocess.run(["mvn", "-B", "-ntp", "-q", "-f", HERE, "process-classes", *maven], check=True)
    class_path = f"{HERE / 'target' / 'classes'}{os.pathsep}{(HERE / 'target' / 'classpath').read_text().strip()}"
    return subprocess.run(["java", "-cp", class_path, "org.openjdk.jmh.Main", *jmh]).returncode


if __name__ == "__main__":
    sys.exit(main())
