"""What a worker can do: each job as steps over the use cases; no database, so a job runs the same in a test."""
