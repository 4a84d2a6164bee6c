"""What changed between two readings: laid side by side, word by word, with layer and cause."""
