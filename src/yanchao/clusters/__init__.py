"""Series become standings: targets against actuals, pace so far and pace needed, the tier the figures support.

Open `standing.py` first.
"""
