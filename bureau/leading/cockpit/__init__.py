"""领导驾驶舱: how what a leader ordered and is in charge of stands. Every figure is counted of what its reader sees, under the conditions
that its link asks the ledger for: both show the same matters."""
