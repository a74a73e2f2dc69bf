"""What is kept: product albums."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Product:
    """A product; the price in fen, the pictures by media_id."""

    product_id: str
    agentid: int
    create_time: int
    description: str
    price: int
    product_sn: str
    pictures: list[str]
    deleted: bool = False


@dataclass(slots=True)
class Products:
    """All of a corp, deleted ones too: WeCom tells them from unknown ones."""

    kept: dict[str, Product] = field(default_factory=dict)

    def living(self) -> list[Product]:
        """Those that are not deleted, oldest first."""
        return [each for each in self.kept.values() if not each.deleted]
