"""All that changes a filing: each act atomic, with its mark in the trail."""
