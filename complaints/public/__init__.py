"""网上投诉: an enterprise complains without an account, and finds its complaint again by a code. Off unless PUBLIC_COMPLAINTS=1."""
