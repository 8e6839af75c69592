"""Context managers of servers on loopback addresses, each a child process that is stopped at the end of the block."""

import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent


class Served:
    """A served site: its URL, and a function that returns the number of requests since its last call (None if they are not counted)."""

    def __init__(self, port, count=lambda: None):
        self.port = port
        self.url = f"http://127.0.0.1:{port}/"
        self.count = count


@contextmanager
def web(scratch, *arguments):
    """Runs the server of Web.java."""
    classes = scratch / "classes"
    if not (classes / "Web.class").exists():
        subprocess.run(["javac", "-d", classes, HERE / "Web.java"], check=True)
    process = subprocess.Popen(
        ["java", "-Xmx2g", "-XX:+UseSerialGC", "-cp", classes, "Web", *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    def count():
        process.stdin.write("count\n")
        process.stdin.flush()
        return int(process.stdout.readline().split()[1])

    try:
        yield Served(int(process.stdout.readline().split()[1]), count)
    finally:
        process.stdin.close()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


NGINX = """
%(user)s
daemon off;
master_process off;
pid %(folder)s/pid;
error_log %(folder)s/error.log;
events { worker_connections 1024; }
http {
  include /etc/nginx/mime.types;
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000;
  client_body_temp_path %(folder)s/body;
  proxy_temp_path %(folder)s/proxy;
  fastcgi_temp_path %(folder)s/fastcgi;
  uwsgi_temp_path %(folder)s/uwsgi;
  scgi_temp_path %(folder)s/scgi;
  server {
    listen 127.0.0.1:%(port)d;
    root %(root)s;
    index index.html;
  }
}
"""


@contextmanager
def files(scratch, root):
    """Serves the files of a directory as fast as possible: with nginx if it is installed, otherwise with Web.java."""
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if nginx is None or not os.path.exists("/etc/nginx/mime.types"):
        with web(scratch, "files", root, 0) as served:
            yield served
        return
    folder = scratch / "nginx"
    folder.mkdir(exist_ok=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(NGINX % {"user": user, "folder": folder, "port": port, "root": root})
    process = subprocess.Popen(
        [nginx, "-p", folder, "-c", folder / "nginx.conf"], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait(port, process)
        yield Served(port)
    finally:
        process.terminate()
        process.wait()


def wait(port, process):
    for _ in range(100):
        if process.poll() is not None:
            raise RuntimeError("the server exited before it accepted connections")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("the server does not accept connections")
