"""Pages of which only the marks are known, letters and lines at their positions: PDF, OFD, scans."""
