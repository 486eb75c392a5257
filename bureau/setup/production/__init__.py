"""What stands around the application in production. The files of the containers; nothing here is imported by it."""
