"""The transcript on the screen: wrapping, drawing, one widget."""
