"""With what programs come in: tokens of persons and of services."""
