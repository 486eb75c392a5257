"""The pages of bulletins, and the papers printed from matters."""
