"""投票, without an account: whoever has a code marks a ballot, looks at it once more and sends it."""
