"""Is the installation well: every check answers with a sign, and what is not well with a remedy."""
