"""A small room, as a stranger builds one in an afternoon: 巡河, a river walked by a unit and reported on. Nothing in the house
knows of it; what is written outside this folder is the post that works at its desk, and its addresses (`addresses.py`)."""
