"""Writes docs/rules.md from the rules themselves: `python docs/rules.py`. A test fails where the two differ."""

from __future__ import annotations

from pathlib import Path

from yanchao.audit.explain import everything

if __name__ == "__main__":
    (Path(__file__).resolve().parent / "rules.md").write_text(everything(), encoding="utf-8")
