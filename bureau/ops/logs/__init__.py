"""What the house says of its own running: who was answered how fast, what broke; never what anybody wrote."""
