"""What can be mended without touching a stated fact: sums, rates, grades, numbering, signs."""
