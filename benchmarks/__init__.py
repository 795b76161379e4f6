"""What is measured, and how: speed, start-up and memory (`run.py`), and scores against labelled texts (`gold.py`)."""
