"""The screens of the chronology: all agencies together, one agency's own, entries, and files."""
