"""Bytes become a `Document`: untouched text, blocks, and the place of every character in the source.

Open `document.py` first (what a document is), then `reading.py` (how a source becomes one). Each file of
`formats/` reads one kind of file and is found by being there.
"""
