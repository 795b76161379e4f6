"""One file per output of `yanchao check`: thin doors over the same findings."""
