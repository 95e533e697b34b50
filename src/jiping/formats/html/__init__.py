"""One self-contained web page."""
