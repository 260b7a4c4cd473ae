"""The nouns: what there is in a safety policy, without any law and without any file."""
