"""The papers of leaders' instructions: a month on a sheet, a year bound for the archive."""
