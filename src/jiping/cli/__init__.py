"""The command line: words in, use cases called, words out."""
