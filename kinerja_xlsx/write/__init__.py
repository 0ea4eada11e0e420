"""Values to workbooks: the only package that knows xlsxwriter; every function returns bytes."""
