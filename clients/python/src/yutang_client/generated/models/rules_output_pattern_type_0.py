from enum import StrEnum

class RulesOutputPatternType0(StrEnum):
    DIGITS = "digits"
    EMAIL = "email"
    LETTERS_DIGITS = "letters_digits"
    WEB_ADDRESS = "web_address"

    def __str__(self) -> str:
        return str(self.value)
