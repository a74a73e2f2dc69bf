"""Customers' own pages: rendered here, small, without scripts, for any phone."""

from fastapi import APIRouter

from . import codes, gifting, group_codes, landing, own, refusing, signing_in

site = APIRouter()
for _router in (
    group_codes.router,
    landing.router,
    refusing.router,
    signing_in.router,
    codes.router,
    gifting.router,
    own.router,
):
    site.include_router(_router)
