"""From what is due to money on an account, step by step as an office goes."""
