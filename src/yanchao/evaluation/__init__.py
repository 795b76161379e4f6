"""How well the reader reads and the audit finds, measured against texts labelled by hand.

Open `agreement.py` first: it says when a read statement agrees with a labelled one.
"""

from yanchao.evaluation.evaluation import evaluate
from yanchao.evaluation.showing import earlier, show

__all__ = ["earlier", "evaluate", "show"]
