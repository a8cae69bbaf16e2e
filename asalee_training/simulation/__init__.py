"""Simulated patients, and what instruments show of them. Same laws and same seed: same patient everywhere."""
