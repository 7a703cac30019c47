"""What is copied, without the app: `simulator.web.warm` with the stand-in in place of a seat."""

import socket
import sys

from simulator.web.warm import serve
from tests.unit.web import standin

if __name__ == "__main__":
    control = socket.socket(fileno=int(sys.argv[1]))
    control.sendall(b'{"ready": 1}\n')
    serve(control, standin.main)
