"""The audit inside an editor: findings while one types, what each figure was read as, repairs (`yanchao lsp`).

Open `draft.py` first: a text as an editor holds it, read and audited. `server.py` passes it on by the Language Server
Protocol. Every answer is one file: `diagnostics.py`, `hover.py`, `actions.py`, `symbols.py`.
"""
