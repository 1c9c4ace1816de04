"""The control socket of a director: HTTP over a UNIX socket in the folder of its network namespace."""

import http.client
import pathlib
import socket


def ask(host, path, body=None):
    """The answer's text; a body makes it a POST."""
    inode = pathlib.Path("/run/netns", host.namespace).stat().st_ino
    connection = http.client.HTTPConnection("localhost", timeout=20)
    connection.sock = socket.socket(socket.AF_UNIX)
    connection.sock.settimeout(20)
    connection.sock.connect(f"/run/pollux/netns-{inode}/control")
    try:
        connection.request("POST" if body else "GET", path, body)
        answer = connection.getresponse()
        text = answer.read().decode()
        if answer.status != 200:
            raise OSError(f"{path}: {answer.status} {text}")
        return text
    finally:
        connection.close()
