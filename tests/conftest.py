"""What holds for every test."""

pytest_plugins = ["tests.plugins.figures", "tests.plugins.skips"]
