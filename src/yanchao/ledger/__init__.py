"""Statements become series: reconciled, kept with who said what and when, and exported.

Open `series.py` first (what a series and an observation are), then `reconciliation.py`.
"""
