"""`python3 -m tests`: set up what the tests need, once, and run them; anything added goes on to pytest.

The whole suite runs on two cores; a part of it (`python3 -m tests tests/unit -k clock`) runs on one, which
starts sooner. The exit code is pytest's.
"""

from __future__ import annotations

import os
import sys

from simulator.first_run import enter


def main() -> int:
    """Run pytest and give its exit code."""
    enter("tests", extra="test")
    import pytest

    whole = [] if (os.cpu_count() or 1) < 2 else ["-n", "2", "--dist", "loadfile"]
    return int(pytest.main(sys.argv[1:] or whole))


if __name__ == "__main__":
    sys.exit(main())
