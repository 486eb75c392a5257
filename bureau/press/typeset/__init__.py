"""Official documents: text → lines → HTML → PDF. Pure: no database, no settings; `render(sheet, fonts_folder)`."""
