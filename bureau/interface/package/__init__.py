"""归档数据包: a month's ledgers and issued papers in one file, with a sealed list of their digests."""
