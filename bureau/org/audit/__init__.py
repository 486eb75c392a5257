"""The audit's own end: lines under seal, chained, sent to where they are kept besides."""
