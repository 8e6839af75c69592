"""Measures one run of a command: its wall-clock time, its CPU time including child processes, and its peak memory."""

import os
import subprocess
import threading
import time
from dataclasses import dataclass


@dataclass
class Sample:
    """Wall-clock time and CPU time in seconds, peak memory in MiB, exit code, and the number of requests (None if not counted)."""

    wall: float
    cpu: float
    peak: float
    code: int
    requests: int | None = None


class Failed(Exception):
    """A command did not complete, so its time is meaningless."""


def run(command, output, folder, environment=None, limit=3600.0):
    """Runs a command with its output in a file. Kills it after `limit` seconds."""
    with open(output, "wb") as out:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        killer = threading.Timer(limit, process.kill)
        killer.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            os.wait4(process.pid, 0)
            raise
        finally:
            killer.cancel()
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode == -9:
        raise Failed(f"{command[0]} was killed after {wall:.0f} s; see {output}")
    # On Linux, ru_maxrss is in KiB.
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode)
