"""Packs become a `Lexicon`: everything about the world that can be listed, in one compiled form.

Open `lexicon.py` first: it shows what a lexicon holds and which file of a pack each part comes from.
"""
