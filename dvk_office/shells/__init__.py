"""The only code that meets a person or a network: parse, call one job, show its Report."""
