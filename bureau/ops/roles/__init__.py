"""Who may do what in the database: an owner who migrates, the application, who reads figures, who makes backups.

Where `DATABASE_OWNER_URL` names nobody (development) one role does everything.
"""
