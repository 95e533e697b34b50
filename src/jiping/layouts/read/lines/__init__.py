"""Running text: facts behind labels, sections under headings."""
