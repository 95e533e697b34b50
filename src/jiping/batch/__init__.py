"""Many files at once: read, score and check each in a child process, survive every one of them, lose nothing."""
