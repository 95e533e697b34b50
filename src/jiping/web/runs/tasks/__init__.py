"""The worker: it takes queued runs one after the other and carries each as far as it can."""
