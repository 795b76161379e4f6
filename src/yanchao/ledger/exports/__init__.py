"""One file per export format; each takes the ledger and writes it for other people's tools."""
