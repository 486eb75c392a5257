"""绩效考核 of the demo county: six classes and two series of townships, a half-year that is closed, a year that is open."""
