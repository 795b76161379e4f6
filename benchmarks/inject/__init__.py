"""Plants slips of which the right figure is known into clean text, and measures what the audit makes of them.

Open `__main__.py` first. A text (`texts.py`) is read once; a slip (`slips.py`) changes one thing in it, as fingers, scanners and
editors do; `sight.py` decides, before the audit has looked, whether anything contradicts it; only what the slip can touch
is read again (`rereading.py`); `judging.py` holds the findings against what is known, `oracle.py` says how much of it can be known at
all, and `table.py` shows both.
"""
