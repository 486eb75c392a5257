"""批阅: the leader's pages, phone first."""
