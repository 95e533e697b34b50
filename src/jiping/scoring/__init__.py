"""How a target and an actual become points, with the arithmetic spelled out."""
