"""The field's own vocabulary: general words of safeguarding in the United Kingdom, of no one case."""
