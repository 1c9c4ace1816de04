"""What a program says to IPVS over netlink, as the kernel's own monitor device shows it: the program runs untouched."""

import ctypes
import socket
import struct
import threading
import time

from .commands import ip_batch
from .namespaces import inside

COMMANDS = {  # linux/ip_vs.h, IPVS_CMD_*: those that write
    1: "NEW_SERVICE", 2: "SET_SERVICE", 3: "DEL_SERVICE", 5: "NEW_DEST", 6: "SET_DEST", 7: "DEL_DEST",
    9: "NEW_DAEMON", 10: "DEL_DAEMON", 12: "SET_CONFIG", 16: "ZERO", 17: "FLUSH",
}  # fmt: skip
_MONITOR = "nlmon0"
_GENERIC, _CONTROLLER = 16, 16  # NETLINK_GENERIC, GENL_ID_CTRL
_ALL = 3  # ETH_P_ALL
_SO_ATTACH_FILTER, _SO_RCVBUFFORCE, _SOL_PACKET, _PACKET_STATISTICS = 26, 33, 263, 6
_BUFFER = 64 << 20
_FRAME = 65536
# Load the low byte of the first message's flags; keep whole what is a request (NLM_F_REQUEST), and nothing else.
_FILTER = struct.pack("HBBI" * 4, 0x30, 0, 0, 6, 0x45, 0, 1, 1, 0x06, 0, 0, _FRAME, 0x06, 0, 0, 0)


class Trace:
    """Of all programs in the namespace of a host."""

    def __init__(self, host):
        self.frames, self.begins = [], []  # (when, datagram), (when, phase)
        ip_batch(host.namespace, [f"link add {_MONITOR} type nlmon", f"link set {_MONITOR} up"])
        with inside(host.namespace):
            self._socket = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, 0)
        code = ctypes.create_string_buffer(_FILTER, len(_FILTER))
        self._socket.setsockopt(socket.SOL_SOCKET, _SO_ATTACH_FILTER, struct.pack("HL", 4, ctypes.addressof(code)))
        self._socket.setsockopt(socket.SOL_SOCKET, _SO_RCVBUFFORCE, _BUFFER)
        self._socket.bind((_MONITOR, _ALL))
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        while True:
            datagram, (_, protocol, _, _, _) = self._socket.recvfrom(_FRAME)
            if protocol == _GENERIC:
                self.frames.append((time.monotonic(), datagram))

    def begin(self, phase):
        self.begins.append((time.monotonic(), phase))

    def counts(self):
        """By phase, in its order."""
        _, lost = struct.unpack("II", self._socket.getsockopt(_SOL_PACKET, _PACKET_STATISTICS, 8))
        if lost:
            raise RuntimeError(f"{lost} datagrams were not seen")
        counted = {phase: Count() for _, phase in self.begins}
        for when, datagram in self.frames:
            phase = [name for begin, name in self.begins if begin <= when][-1]
            counted[phase].add(list(_commands(datagram)))
        return counted


def _commands(datagram):
    """The numbers of the commands in a datagram, but for those that ask which families there are."""
    while len(datagram) >= 20:
        length, kind = struct.unpack_from("=IH", datagram)
        if kind > _CONTROLLER:
            yield datagram[16]
        datagram = datagram[(length + 3) & ~3 :]


class Count:
    """Of one phase: datagrams with commands that write, those commands, and datagrams that only ask."""

    def __init__(self):
        self.writing, self.asking, self.commands = 0, 0, {}

    def add(self, numbers):
        written = [COMMANDS[number] for number in numbers if number in COMMANDS]
        self.writing += bool(written)
        self.asking += not written
        for name in written:
            self.commands[name] = self.commands.get(name, 0) + 1

    def __str__(self):
        writes = " ".join(f"{name} {count}" for name, count in sorted(self.commands.items()))
        total = f"{self.writing} sends write, {sum(self.commands.values())} entries"
        return f"{total}{f' ({writes})' if writes else ''}; {self.asking} sends ask"
