"""All that a reviewer changes: each act atomic, with its mark in the trail."""
