"""Drivers of devices: one module a device, each behind a Protocol that the core declares.

Only the assembly imports this package. A driver is opened by the process in front alone, and released before the hand-over.
"""
