"""PDF: typeset by Typst, read by its tags or its ruled lines."""
