"""What a program says to IPVS over netlink, counted by strace(1): sends, and the commands in them.

Times under strace mean nothing, counts do: seccomp lets all other system calls run untouched.
"""

import re
import time

COMMANDS = {  # linux/ip_vs.h, IPVS_CMD_*: those that write
    1: "NEW_SERVICE", 2: "SET_SERVICE", 3: "DEL_SERVICE", 5: "NEW_DEST", 6: "SET_DEST", 7: "DEL_DEST",
    9: "NEW_DAEMON", 10: "DEL_DAEMON", 12: "SET_CONFIG", 16: "ZERO", 17: "FLUSH",
}  # fmt: skip
_CALLS = "sendmsg,sendmmsg,sendto,write,writev"
_SEND = re.compile(r"^\d+ +([0-9.]+) (\w+)\(\d+<NETLINK:\[GENERIC")
_MESSAGE = re.compile(r'nlmsg_type=([^,]+), nlmsg_flags=[^}]*\}, "\\x([0-9a-f]{2})')


class Trace:
    def __init__(self, file):
        self.file = file
        self.begins = []  # (when, phase)

    def command(self):
        """To be put before the program's own command: the tracer is nobody's parent, so that signals reach the program."""
        return ["strace", "-D", "-f", "-qq", "--seccomp-bpf", "-ttt", "-yy", "-xx", "-s", "1000", "-e", "signal=none",
                "-e", f"trace={_CALLS}", "-o", self.file]  # fmt: skip

    def begin(self, phase):
        self.begins.append((time.time(), phase))

    def counts(self):
        """By phase, in its order."""
        counted = {phase: Count() for _, phase in self.begins}
        for line in self.file.read_text(errors="replace").splitlines():
            sent = _SEND.match(line)
            if sent:
                when = float(sent.group(1))
                phase = [name for begin, name in self.begins if begin <= when][-1]
                counted[phase].add(_MESSAGE.findall(line))
        return counted


class Count:
    """Of one phase: datagrams with commands that write, those commands, and datagrams that only ask."""

    def __init__(self):
        self.writing, self.asking, self.commands = 0, 0, {}

    def add(self, messages):
        names = [COMMANDS.get(int(number, 16)) for family, number in messages if family != "nlctrl"]
        written = [name for name in names if name]
        self.writing += bool(written)
        self.asking += not written
        for name in written:
            self.commands[name] = self.commands.get(name, 0) + 1

    def __str__(self):
        writes = " ".join(f"{name} {count}" for name, count in sorted(self.commands.items()))
        total = f"{self.writing} sends write, {sum(self.commands.values())} entries"
        return f"{total}{f' ({writes})' if writes else ''}; {self.asking} sends ask"
