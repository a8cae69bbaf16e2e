"""The content format: front matter, prose and directives, read into frozen models with French errors.

Reading needs markdown-it and ruamel.yaml; a trainee's kernel needs only ``models`` and ``release``.
"""
