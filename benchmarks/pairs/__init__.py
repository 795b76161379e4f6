"""Do two statements belong to one series? Pairs labelled by reading, and what the ledger makes of them.

Open `__main__.py` first; `drawing.py` drew the first four sets, `by_words.py` the others. The labels are in `tests/labelled/pairs/`: places only, no words of the texts.
"""
