"""The domain of the central services and their clients."""
