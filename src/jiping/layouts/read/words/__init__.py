"""The words forms are known by."""
