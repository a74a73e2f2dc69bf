"""The product album (商品图册, document 95096)."""

from collections.abc import AsyncIterator, Sequence
from typing import Any, Final

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.attachments import SentImage
from yutang.wecom.cursors import Page, read_pages
from yutang.wecom.errors import UnknownIdError
from yutang.wecom.measuring import check_any, check_bytes, check_characters, check_count, check_that
from yutang.wecom.shapes import given
from yutang.wecom.transport import Repeat, Transport

MAX_DESCRIPTION_CHARACTERS: Final = 300
MAX_PRICE: Final = 5_000_000
MAX_NUMBER_BYTES: Final = 128
MAX_PICTURES: Final = 9
_ROOT: Final = "/cgi-bin/externalcontact"
_PAGE: Final = 100


class ProductPicture(Lenient):
    """A picture of a product; WeCom calls its kind ``type`` here."""

    type: str = ""
    image: SentImage = SentImage()


class Product(Lenient):
    """A product; ``price`` is in fen (1/100 CNY), ``create_time`` is not told in lists."""

    product_id: str = ""
    description: str = ""
    price: Int = 0
    product_sn: str = ""
    create_time: Int = 0
    attachments: tuple[ProductPicture, ...] = ()


class _Made(Answer):
    product_id: str = ""


class _Found(Answer):
    product: Product = Product()


class _Products(Page):
    product_list: tuple[Product, ...] = ()


class Products:
    """Verbs on the product album; any product may be read, only own ones changed."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def add(
        self, description: str, price: int, media_ids: Sequence[str], *, number: str | None = None
    ) -> str:
        """Add a product of 1 to 9 pictures (``media.upload_attachment`` for albums); return its id.

        Description 300 characters, price in fen up to 5,000,000, number 128 letters and digits.
        Not repeated by itself: a lost answer may hide a product; ``list`` and ``get`` find it.
        Raises TextTooLongError, TooManyError, NothingToSendError, InvalidRequestError,
        InvalidParameterError, MediaError, QuotaError (41202).
        """
        check_any("a product needs a description", description)
        body = _content(description, price, number, media_ids)
        path = f"{_ROOT}/add_product_album"
        return (await self._transport.post(path, _Made, body, repeat=Repeat.NEVER)).product_id

    async def get(self, product_id: str) -> Product:
        """Read a product; raises UnknownIdError."""
        path = f"{_ROOT}/get_product_album"
        body = {"product_id": product_id}
        return (await self._transport.post(path, _Found, body, repeat=Repeat.READ)).product

    async def list(self) -> AsyncIterator[Product]:
        """Yield all products of the corp, without the time of their making."""
        path = f"{_ROOT}/get_product_album_list"
        async for page in read_pages(self._transport, path, _Products, {"limit": _PAGE}):
            for product in page.product_list:
                yield product

    async def update(
        self,
        product_id: str,
        *,
        description: str | None = None,
        price: int | None = None,
        number: str | None = None,
        media_ids: Sequence[str] | None = None,
    ) -> None:
        """Change what is given of an own product; raises as ``add``, and UnknownIdError."""
        content = _content(description, price, number, media_ids)
        check_any("nothing to change", content)
        path = f"{_ROOT}/update_product_album"
        body = {"product_id": product_id, **content}
        await self._transport.post(path, Answer, body, repeat=Repeat.WRITE)

    async def delete(self, product_id: str) -> None:
        """Delete an own product; a second deletion raises UnknownIdError."""
        path = f"{_ROOT}/delete_product_album"
        body, gone = {"product_id": product_id}, (UnknownIdError,)
        await self._transport.post(path, Answer, body, repeat=Repeat.WRITE, gone=gone)


def _content(
    description: str | None,
    price: int | None,
    number: str | None,
    media_ids: Sequence[str] | None,
) -> dict[str, Any]:
    check_characters("description", description, MAX_DESCRIPTION_CHARACTERS)
    check_that(price is None or 0 <= price <= MAX_PRICE, f"a price is 0 to {MAX_PRICE} fen")
    check_bytes("number", number, MAX_NUMBER_BYTES)
    check_that(
        not number or (number.isascii() and number.isalnum()),
        "a product's number is of letters and digits",
    )
    if media_ids is not None:
        check_count("pictures", media_ids, MAX_PICTURES, 1)
    pictures = [{"type": "image", "image": {"media_id": id_}} for id_ in media_ids or ()]
    return given(
        description=description, price=price, product_sn=number, attachments=pictures or None
    )
