"""Customers' own pages: rendered here, small, without scripts, for any phone."""

from fastapi import APIRouter

from . import landing, own, refusing, signing_in

site = APIRouter()
for _router in (landing.router, refusing.router, signing_in.router, own.router):
    site.include_router(_router)
