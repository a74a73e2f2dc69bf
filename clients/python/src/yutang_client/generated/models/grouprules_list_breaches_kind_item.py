from enum import StrEnum

class GrouprulesListBreachesKindItem(StrEnum):
    ADDS_MEMBERS = "adds_members"
    ADVERT = "advert"
    FLOOD = "flood"
    INSULT = "insult"
    LINK = "link"
    OTHER = "other"
    RUMOUR = "rumour"

    def __str__(self) -> str:
        return str(self.value)
