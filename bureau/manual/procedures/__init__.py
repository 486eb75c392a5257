"""工作程序: how each function works, written from what is declared: flows, dues, and the limits in force."""
