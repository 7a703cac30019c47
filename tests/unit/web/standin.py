"""A stand-in for the app: it speaks in packets, and does what a test types."""

import json
import os
import signal
import sys

read, write = sys.stdin.buffer.read, sys.stdout.buffer


def say(kind: bytes, payload: bytes) -> None:
    write.write(kind + len(payload).to_bytes(4, "big") + payload)
    write.flush()


def main() -> int:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    write.write(b"__GANGLION__\n")
    say(b"D", f"seat {os.environ.get('COLUMNS')} {os.getpid()}".encode())
    while head := read(5):
        payload = read(int.from_bytes(head[1:], "big"))
        if head[:1] == b"M":
            told = json.loads(payload)
            if told["type"] == "quit":
                return 0
            say(b"M" if told["type"] == "alive" else b"D", payload)
        elif payload == b"leave":
            say(b"M", b'{"type": "left", "said": "Your place is kept."}')
            return 0
        elif payload == b"crash":
            return 1
        elif payload == b"stop":
            say(b"M", b'{"type": "stopped", "said": "Something went wrong."}')
            return 1
        elif payload == b"hang":
            signal.pause()
        elif payload == b"file":
            say(b"P", b"something from a file")
            say(b"M", b'{"type": "open_url", "url": "http://elsewhere.example"}')
            say(b"D", b"handed over")
        else:
            say(b"D", b"typed " + payload)
    return 0


if __name__ == "__main__":
    sys.exit(main())
