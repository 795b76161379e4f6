"""Names that the lexicon does not know: which mean the same for sure, which may, and what a person decided about them.

Open `normal.py` first: the sure steps. `likeness.py` says how alike two series are and why, `doubtful.py` lists those that a
person should look at, `decisions.py` keeps what was decided, `why.py` explains how a figure got to its series.
"""
