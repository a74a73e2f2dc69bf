"""WeCom's own paths, one folder for each area: routes, checks, state, errors."""

from wecom_emulator.calls import Verb
from wecom_emulator.timers import Handler

from .acquisition_links import routes as acquisition_links
from .agents import routes as agents
from .app_chats import routes as app_chats
from .app_messages import routes as app_messages
from .auth import routes as auth
from .broadcasts import routes as broadcasts
from .contact_jobs import routes as contact_jobs
from .contact_tags import routes as contact_tags
from .contact_ways import routes as contact_ways
from .contacts import routes as contacts
from .customers import routes as customers
from .group_welcomes import routes as group_welcomes
from .groups import routes as groups
from .handover import routes as handover
from .id_conversion import routes as id_conversion
from .intercepts import routes as intercepts
from .join_ways import routes as join_ways
from .media import routes as media
from .moments import routes as moments
from .products import routes as products
from .robots import routes as robots
from .strategies import routes as strategies
from .tags import routes as tags
from .welcomes import routes as welcomes

AREAS = {
    "acquisition_links": acquisition_links.VERBS,
    "agents": agents.VERBS,
    "app_chats": app_chats.VERBS,
    "app_messages": app_messages.VERBS,
    "auth": auth.VERBS,
    "broadcasts": broadcasts.VERBS,
    "contact_jobs": contact_jobs.VERBS,
    "contact_tags": contact_tags.VERBS,
    "contact_ways": contact_ways.VERBS,
    "contacts": contacts.VERBS,
    "customers": customers.VERBS,
    "group_welcomes": group_welcomes.VERBS,
    "groups": groups.VERBS,
    "handover": handover.VERBS,
    "id_conversion": id_conversion.VERBS,
    "intercepts": intercepts.VERBS,
    "join_ways": join_ways.VERBS,
    "media": media.VERBS,
    "moments": moments.VERBS,
    "products": products.VERBS,
    "robots": robots.VERBS,
    "strategies": strategies.VERBS,
    "tags": tags.VERBS,
    "welcomes": welcomes.VERBS,
}
VERBS: dict[str, Verb] = {path: verb for verbs in AREAS.values() for path, verb in verbs.items()}
TIMERS: dict[str, Handler] = {
    **media.TIMERS,
    **moments.TIMERS,
    **acquisition_links.TIMERS,
    **contact_jobs.TIMERS,
    **contact_ways.TIMERS,
    **handover.TIMERS,
}
"""What happens by itself, from the areas that wait for something: `**moments.TIMERS`."""
