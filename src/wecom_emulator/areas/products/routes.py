"""Product albums (document 95096)."""

from typing import Any

from wecom_emulator import paging
from wecom_emulator.calls import Call, Verb
from wecom_emulator.paging import Over
from wecom_emulator.state import new_id

from . import checks
from .state import Product, Products


async def add(call: Call) -> dict[str, Any]:
    """Make a product."""
    body = call.body
    words, price, number = checks.description(body), checks.price(body), checks.number(body)
    pictures = checks.pictures(call)
    checks.room(call)
    now = call.world.clock.seconds()
    made = Product(new_id("pro"), call.app.agentid, now, words, price, number, pictures)
    call.corp.of(Products).kept[made.product_id] = made
    call.world.changed()
    return {"product_id": made.product_id}


def _told(product: Product) -> dict[str, Any]:
    return {
        "product_id": product.product_id,
        "description": product.description,
        "price": product.price,
        "product_sn": product.product_sn,
        "attachments": [
            {"type": "image", "image": {"media_id": media_id}} for media_id in product.pictures
        ],
    }


async def get(call: Call) -> dict[str, Any]:
    """One product, of whichever app."""
    product = checks.product(call)
    return {"product": {**_told(product), "create_time": product.create_time}}


async def list_products(call: Call) -> dict[str, Any]:
    """Page through products."""
    rows, cursor = paging.page(
        call.corp.of(Products).living(),
        call.body,
        default=50,
        most=100,
        over=Over.RESET,
        name="products",
    )
    return {"product_list": [_told(each) for each in rows], "next_cursor": cursor}


async def update(call: Call) -> dict[str, Any]:
    """Change what is given."""
    product, body = checks.own_product(call), call.body
    given = {name for name, value in body.items() if value is not None}
    words = checks.description(body) if "description" in given else product.description
    price = checks.price(body) if "price" in given else product.price
    number = checks.number(body) if "product_sn" in given else product.product_sn
    pictures = checks.pictures(call) if "attachments" in given else product.pictures
    product.description, product.price = words, price
    product.product_sn, product.pictures = number, pictures
    call.world.changed()
    return {}


async def delete(call: Call) -> dict[str, Any]:
    """Delete a product."""
    checks.own_product(call).deleted = True
    call.world.changed()
    return {}


_OWN = "What a product of another app answers; 60011 here."
VERBS = {
    "externalcontact/add_product_album": Verb(
        "POST",
        add,
        document="95096",
        open="How many there may be (41202) is no documented number; no words are refused (41073).",
    ),
    "externalcontact/get_product_album": Verb("POST", get, document="95096"),
    "externalcontact/get_product_album_list": Verb(
        "POST", list_products, {"product_list": []}, document="95096"
    ),
    "externalcontact/update_product_album": Verb("POST", update, document="95096", open=_OWN),
    "externalcontact/delete_product_album": Verb("POST", delete, document="95096", open=_OWN),
}
