"""Sign-in over HTTP: knows both the person (kernel) and the corp (people), so it stands above."""

from . import by_wecom, own, signing_in

routers = (signing_in.router, own.router, by_wecom.router)
