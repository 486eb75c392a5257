"""Inside a unit: its part of a matter broken down among its people (分解), or handed to one of them (转办)."""
