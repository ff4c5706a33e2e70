"""Dialogs over the text: help, go to, filter, correct, theme, confirm."""
