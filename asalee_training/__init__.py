"""Formation ASALEE: simulated cases for nurses new to ASALEE, answered without code and marked as data."""

__version__ = "0.1.0"
