"""One file a command. Each has `add(commands)`, which describes it to the parser, and `run(options)`."""
