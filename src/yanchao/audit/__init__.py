"""Statements become findings: what is wrong with a number, where, why, and what it would have to be.

Open `finding.py` first (what a finding is), then `audit.py`, which confronts the rules with the statements.
Each file of `rules/` is one rule with its page, its examples and its check, found by being there. What an author has
silenced, and why, is `silence.py`.
"""
