"""One rule, one file: code, page, examples and check. A rule is found by being in this folder."""
