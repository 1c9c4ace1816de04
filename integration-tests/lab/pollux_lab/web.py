"""The service on a real server: a process of its own in the server's namespace."""

import pathlib
import subprocess

PROGRAM = pathlib.Path(__file__).parent.parent / "web-server"


class WebServer:
    def __init__(self, host):
        self.host = host
        self.process = None

    def start(self):
        self.process = subprocess.Popen(
            ["ip", "netns", "exec", self.host.namespace, PROGRAM, self.host.name], stdout=subprocess.PIPE
        )
        return self

    def wait_until_listening(self):
        if self.process.stdout.readline() != b"listening\n":
            raise RuntimeError(f"the web server of {self.host.name} did not start")

    def kill(self):
        """kill -9: from now on the kernel refuses connections to its port."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process.stdout.close()
            self.process = None


def start_all(hosts):
    servers = {host.name: WebServer(host).start() for host in hosts}
    for server in servers.values():
        server.wait_until_listening()
    return servers
