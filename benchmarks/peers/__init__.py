"""Other tools that find numbers in Chinese text, beside ours on the same text in the same run (`python -m benchmarks.peers.run`).

A tool is one file in `tools/`: its head names what pip installs for it, its code says how it is called and what its
answers are in our units. A new tool is a new file; nothing else is edited.
"""
