"""The peers' own environment: made at the first run, kept under `.cache`, never mixed with ours."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

FOLDER = Path(__file__).with_name(".cache")
PYTHON = FOLDER / ".venv" / "bin" / "python"
SLOWEST_INSTALL = 600
"""Seconds after which an installation counts as failed."""


class PeerError(Exception):
    """A tool that this machine cannot have; its message is one line."""


def requirements(tool: Path) -> list[str]:
    """What the tool's file asks for in its head (inline script metadata); nothing where the tool is ours."""
    head = tool.read_text(encoding="utf-8").split('"""')[0].splitlines()
    block = "\n".join(line[2:] for line in head if line.startswith("# ") and not line.startswith("# ///"))
    wanted: list[str] = tomllib.loads(block).get("dependencies", [])
    return wanted


def python_for(tool: Path) -> Path:
    """The Python that can run the tool: ours, or the peers' own with the tool installed.

    Raises:
        PeerError: where the environment cannot be made or the tool not be installed.
    """
    wanted = requirements(tool)
    if not wanted:
        return Path(sys.executable)
    done = FOLDER / f"{tool.stem}.installed"
    if not (PYTHON.exists() and done.exists() and done.read_text(encoding="utf-8") == "\n".join(wanted)):
        if not PYTHON.exists():
            print("making an environment for the peers", file=sys.stderr)
            call([sys.executable, "-m", "venv", "--clear", str(PYTHON.parent.parent)])
        print(f"installing {', '.join(wanted)}", file=sys.stderr)
        call([str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted])
        done.write_text("\n".join(wanted), encoding="utf-8")
    return PYTHON


def call(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=SLOWEST_INSTALL)
    except subprocess.TimeoutExpired as error:
        raise PeerError(f"not installed within {SLOWEST_INSTALL} seconds") from error
    except (OSError, subprocess.CalledProcessError) as error:
        said = (getattr(error, "stderr", None) or str(error)).strip().splitlines()
        raise PeerError(f"cannot be installed: {said[-1] if said else 'pip failed'}") from error
