"""The pages of agencies' reports."""
