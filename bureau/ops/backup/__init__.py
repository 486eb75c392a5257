"""Database and files in one archive, and back: `manage.py backup`, `manage.py restore`.

An archive is an uncompressed tar (what lies in it is compressed already): `database.dump`, the kept files under
their digests, and `manifest.json`, which is last because it says what came before it.
"""
