"""Arguments in, exit codes out. Results go to standard output, progress and messages to standard error.

Nothing is decided here: each command calls one function of the house and shows what comes back. Open `main.py` first.
A command is one file in `commands/`, found by being there: it has `add`, which adds it to the parser, and `run`.
Heavy imports stand inside the functions, because how fast `yanchao check` starts is part of the product.
"""
