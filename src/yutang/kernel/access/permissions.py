"""What may be allowed, and what each built-in role is allowed."""

from collections.abc import Mapping

_SEE = {
    "adds.read": "see adds and how their welcomes ended",
    "channels.read": "see channel codes",
    "customers.read": "see customers; phones masked",
    "groups.read": "see groups and who is in them",
    "handovers.read": "see handovers and how they stand",
    "segments.read": "see segments and count people by conditions",
    "staff.read": "see members and departments",
    "stores.read": "see stores",
    "tags.read": "see tags",
}
_SERVE = {
    "customers.write": "change customers: stage, tags, fields, notes, refusals",
    "groups.write": "say what groups are for: kind, tier, aim, labels; keep their book of breaches",
    "handovers.write": "hand customers and groups of a member over to others",
    "targets.write": "set targets for adding customers",
    "tasks.read": "see the board of tasks",
    "tasks.write": "give, change and close tasks",
}
_OPERATE = {
    "channels.write": "make and change channel codes",
    "customers.bulk": "act on many customers at once",
    "customers.import": "import customers",
    "reports.export": "export reports as files",
    "files.write": "upload pictures and files",
    "gifts.write": "make touchpoints and gifts for adding, upload their codes",
    "groupcare.write": "make welcomes, replies, rules and tiers of groups; invite",
    "segments.write": "make, change, refresh and delete segments and lists",
    "sync.run": "start a reading of WeCom",
    "tags.write": "make and change tags",
    "welcomes.write": "make and change welcomes of the corp, departments and codes",
}
_ADMINISTER = {
    "audit.read": "search the audit",
    "callbacks.raw": "open raw callbacks",
    "callbacks.read": "see callbacks and dead letters",
    "callbacks.replay": "replay dead letters",
    "customers.export": "export customers",
    "customers.phones": "open whole phone numbers",
    "fields.write": "make and change custom fields and question sets",
    "privacy.erase": "hand out or erase all data of one person",
    "privacy.read": "see consents, purposes and the register of exports",
    "privacy.write": "set purposes and how long data is kept",
    "settings.read": "see settings, connection, quotas",
    "settings.write": "change settings",
    "stores.write": "make and change stores",
    "tokens.write": "make service tokens",
    "users.read": "see accounts, roles and sessions",
    "users.write": "invite people, give roles and scopes no wider than one's own",
}

PERMISSIONS: Mapping[str, str] = {**_SEE, **_SERVE, **_OPERATE, **_ADMINISTER}
"""Every permission with what it allows. Reading chats is never implied by admin: it is none yet."""

ROLES: Mapping[str, frozenset[str]] = {
    "owner": frozenset(PERMISSIONS),
    "admin": frozenset(PERMISSIONS),
    "operator": frozenset({**_SEE, **_SERVE, **_OPERATE}),
    "manager": frozenset({**_SEE, **_SERVE}),
    "staff": frozenset(),
    "auditor": frozenset({"audit.read", "callbacks.read", "privacy.read", "users.read"}),
}
"""What each built-in role may do. A custom role is based on one of them and lists its own."""

WHOLE_CORP = frozenset(
    {
        "audit.read",
        "callbacks.raw",
        "callbacks.read",
        "callbacks.replay",
        "customers.import",
        "fields.write",
        "gifts.write",
        "groupcare.write",
        "privacy.erase",
        "privacy.read",
        "privacy.write",
        "segments.write",
        "settings.read",
        "settings.write",
        "stores.write",
        "sync.run",
        "tags.write",
        "welcomes.write",
    }
)
"""What shows or changes everybody's: held only by who sees the whole corp."""

SEES_ALL = frozenset({"owner", "admin", "operator", "auditor"})
"""Roles that get the whole corp as their scope where nothing else is said."""
