"""Recognising people in texts, coding them, and finding what still tells who somebody is. No database, no Django."""
