"""How a served build holds up under load, beside Datasette on the same data in the same run (`python -m benchmarks.serving`).

The one that asks runs on the same machine as the one that answers, and takes its part of the same cores.
"""
