"""Why a figure was read as it was: which construction, and for each field the words that gave it and where they stand.

Open `explanation.py` first; `choosing.py` picks the figures that are asked for, `text.py` and `jsonl.py` show them.
"""

from yanchao.statements.explaining.choosing import Choice
from yanchao.statements.explaining.explanation import Explanation, explain

__all__ = ["Choice", "Explanation", "explain"]
