"""The app in a real browser, by hand: what there is, and one of them by its name."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.by_hand import main

if __name__ == "__main__":
    sys.exit(main(Path(__file__).parent))
