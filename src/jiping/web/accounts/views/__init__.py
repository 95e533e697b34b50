"""In and out of the product, and the pages of its accounts."""
