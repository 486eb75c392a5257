"""改后导回: fetching a ledger to change it, sending it back, and the look at what it would change."""
