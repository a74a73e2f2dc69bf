"""One webhook that tells another system which clicks became customers."""
