"""A `Document` becomes statements: every quantity with what it measures, whose, where, when, and on whose word.

Open `statement.py` first (what a statement is), then `extraction.py`, which strings the five steps together:
fold, scan, mentions, constructions, inherit. What a clause leaves out is settled in `completion.py`: by `whose.py`, `timing.py`,
`places.py` and `industries.py`.
"""
