"""Stages 7 and 8: exchanges, and the chapters that begin at them."""
