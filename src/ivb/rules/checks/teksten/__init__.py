"""The Dutch words of the checks, apart from what they do."""
