"""One file per kind of page, found by being there. Each has `sheets(facts)`, which yields its pages."""
