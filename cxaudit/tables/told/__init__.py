"""What a label means that says nothing by itself: told by its cells and by what stands beside it."""
