"""Store attempts of cases that have none yet in this format and version of play.

python -m tests.golden              those that are missing
python -m tests.golden CASE …       these again, from the case as it stands (only before a release);
                                    `led` stands for the plays that a trainer leads
"""

from __future__ import annotations

import json
import sys
from functools import partial

from tests.golden import led
from tests.golden.attempts import cases, file_of, stored


def main(again: tuple[str, ...]) -> int:
    """Write the files and name them; a name that is no case is an error."""
    known = {case.stem: (file_of(case), partial(stored, case)) for case in cases()}
    known["led"] = led.FILE, led.stored
    unknown = set(again) - set(known)
    if unknown:
        print(f"No such case: {', '.join(sorted(unknown))}")
        return 2
    for name, (file, make) in known.items():
        if name in again or not file.exists():
            text = json.dumps(make(), ensure_ascii=False, indent=1, sort_keys=True)
            file.write_text(text + "\n", encoding="utf-8")
            print(file.name)
    return 0


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:])))
