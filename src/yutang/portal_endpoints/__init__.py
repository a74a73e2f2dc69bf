"""Customers' own pages: rendered here, small, without scripts, for any phone."""

from fastapi import APIRouter

from . import group_codes, own, refusing, signing_in

site = APIRouter()
for _router in (group_codes.router, refusing.router, signing_in.router, own.router):
    site.include_router(_router)
