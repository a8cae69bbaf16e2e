"""The released synthetic course, for every test of this folder."""

from cours_publie import released_course, trainee, version, ws  # noqa: F401 (fixtures)
