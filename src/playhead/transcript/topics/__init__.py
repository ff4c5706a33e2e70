"""Stage 9 and what a person rules about it: the terms the talk could be filed under."""
