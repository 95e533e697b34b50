"""Files written by hand, read strictly: bounded, UTF-8, plain YAML, and every mistake told with its line."""
