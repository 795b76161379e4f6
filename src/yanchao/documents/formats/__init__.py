"""One file per kind of source. Each says which sources it takes and turns bytes into a `Document`.

Open `text.py` first: it is the plainest.
"""
