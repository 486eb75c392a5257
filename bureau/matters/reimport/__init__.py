"""改后导回: a ledger as a workbook that comes back as changes, each by the verb of its step."""
