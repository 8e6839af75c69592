"""One run of one command: its wall time, its processor time with all its children, its peak memory."""

import os
import subprocess
import threading
import time
from dataclasses import dataclass


@dataclass
class Sample:
    """Seconds, seconds, MiB; what the server was asked meanwhile (None when nobody counted)."""

    wall: float
    cpu: float
    peak: float
    code: int
    requests: int | None = None


class Failed(Exception):
    """A command that did not do its work, so that its time says nothing."""


def run(command, output, folder, environment=None, limit=3600.0):
    """Runs a command with its output in a file. After so many seconds it is killed, by its own number."""
    with open(output, "wb") as out:
        begin = time.perf_counter()
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
        wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode == -9:
        raise Failed(f"{command[0]} was killed, after {wall:.0f} s; see {output}")
    # Linux counts KiB.
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode)
