"""What follows for members from what tills and others tell."""
