"""From what is due to money on an account: lists, the ledger, bank files, recoveries."""
