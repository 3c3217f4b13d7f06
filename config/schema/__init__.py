"""What a configuration consists of; one file a section."""

from config.schema.configuration import Configuration

__all__ = ["Configuration"]
