"""What the product is made of: its locked dependencies, their licences, and the list of both for who must know (SBOM)."""
