"""TR-03130: the interface of every German eID service to its customers (BSI, version 2.0.2)."""
