"""The version, at the bottom of the house: whoever writes it into a file need not look up to the public door."""

__version__ = "0.1.0"
