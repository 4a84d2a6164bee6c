"""Parameter files and the dictionary of parameters: from YAML to typed values."""
