"""Documents: Word files out of templates, and the only room that knows docxtpl, Jinja2 and python-docx."""
