"""Documents of WPS Writer."""
