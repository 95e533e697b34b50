"""The sentences of the product: read, score, check, write. One function a verb, shared by every shell."""
