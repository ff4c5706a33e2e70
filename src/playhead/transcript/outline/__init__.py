"""Stages 7 and 9: exchanges, and the chapters that begin at them."""
