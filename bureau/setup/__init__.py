"""The cellar: installs, starts and stops what the house stands on. Standard library only."""
