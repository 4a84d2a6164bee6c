"""What rules of several families find by."""
