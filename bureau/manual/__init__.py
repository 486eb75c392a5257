"""使用手册: its chapters, their pictures, the booklet, and the three steps of a first day."""
