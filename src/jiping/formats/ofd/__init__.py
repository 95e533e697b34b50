"""Fixed layout pages of GB/T 33190-2016."""
