"""The only place that connects everything; nothing else reads the configuration."""
