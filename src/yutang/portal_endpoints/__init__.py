"""Customers' own pages: rendered here, small, without scripts, for any phone."""

from fastapi import APIRouter

from . import gifting, own, refusing, signing_in

site = APIRouter()
for _router in (refusing.router, signing_in.router, gifting.router, own.router):
    site.include_router(_router)
