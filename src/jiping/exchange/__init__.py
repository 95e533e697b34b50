"""A filing as structured data and back: JSON for machines, YAML for a clerk's hand, one table of keys for both."""
