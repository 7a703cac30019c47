"""Scripts that are run by hand, one figure each: lists those of a folder, and runs one by its name."""

from __future__ import annotations

import ast
import runpy
import sys
from pathlib import Path

RUNS = 'if __name__ == "__main__":'


def scripts(folder: Path) -> dict[str, str]:
    """Name -> what it measures, for every script of a folder that can be run."""
    found = {}
    for file in sorted(folder.glob("[a-z]*.py")):
        text = file.read_text("utf-8")
        if RUNS in text:
            told = ast.get_docstring(ast.parse(text)) or ""
            found[file.stem] = " ".join(told.split("\n\n")[0].split())
    return found


def main(folder: Path) -> int:
    """Run the script named first, with what follows as its own arguments; list them where none is named."""
    package = f"tests.{folder.name}"
    found = scripts(folder)
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name in found:
        sys.argv = sys.argv[1:]
        runpy.run_module(f"{package}.{name}", run_name="__main__", alter_sys=True)
        return 0
    print(f"python -m {package} NAME [ARGUMENTS]\n")
    for script, told in found.items():
        print(f"  {script:16} {told}")
    if name:
        print(f"\nThere is no '{name}' among them.")
    return 2 if name else 0
