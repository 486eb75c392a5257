"""工作台 and search."""
