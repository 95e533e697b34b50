"""Charts as SVG text: whole pixels, classes for colours, no script and no style, so they print and equal data draws equal bytes."""
