"""What staff decide: schema, loading with all errors at once, the last good one."""
