"""Papers as offices write them, made up for the tests; no real paper stands here."""
