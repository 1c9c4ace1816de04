"""A client that never stops asking: requests at a steady pace from many addresses, every outcome with its time."""

import itertools
import threading
import time

from . import client
from .topologies import CLIENT_ADDRESSES

WORKERS = 4
REQUESTS_PER_SECOND = 24
TIMEOUT = 1.0  # seconds after which a request counts as failed


class Traffic:
    def __init__(self, host):
        self.host = host
        self.outcomes = []  # (when it ended, server, or None where it failed); appended by the workers
        self._sources = itertools.cycle(CLIENT_ADDRESSES)
        self._stopping = threading.Event()
        self._workers = [threading.Thread(target=self._work, daemon=True) for _ in range(WORKERS)]

    def start(self):
        for worker in self._workers:
            worker.start()

    def stop(self):
        self._stopping.set()
        for worker in self._workers:
            worker.join()

    def _work(self):
        pace = WORKERS / REQUESTS_PER_SECOND
        due = time.monotonic()
        while not self._stopping.wait(max(0, due - time.monotonic())):
            try:
                server = client.request(self.host, next(self._sources), timeout=TIMEOUT)
            except OSError:
                server = None
            now = time.monotonic()
            self.outcomes.append((now, server))
            due = max(due + pace, now - pace)  # a blocked worker does not make up for what it missed

    def between(self, start, end):
        """(answers by server, failed) of the requests that ended in that time."""
        answers, failed = {}, 0
        for when, server in reversed(self.outcomes[:]):
            if when < start:
                break
            if when <= end:
                if server is None:
                    failed += 1
                else:
                    answers[server] = answers.get(server, 0) + 1
        return answers, failed

    def longest_silence(self, start, end):
        """The longest time without an answer, in seconds."""
        times = [start, *(when for when, server in self.outcomes[:] if server and start <= when <= end), end]
        return max(later - earlier for earlier, later in zip(times, times[1:]))
