"""The pages of instructions."""
