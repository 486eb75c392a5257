"""审计记录, for the 审计管理员: all that was noted, searched, exported, and whether all of it is still there."""
