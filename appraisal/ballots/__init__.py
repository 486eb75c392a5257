"""民主测评: who is voted on, by which groups of voters, with codes or on paper; nobody can tell who voted how."""
