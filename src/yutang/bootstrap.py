"""Builds what a process owns; importing it makes every table known."""

import httpx2

from yutang.act.acquisition import models as acquisition_models
from yutang.act.codebatches import models as codebatches_models
from yutang.act.conversions import models as conversions_models
from yutang.act.gifts import models as gifts_models
from yutang.act.greetings import models as greetings_models
from yutang.act.groupcare import models as groupcare_models
from yutang.act.groupcodes import models as groupcodes_models
from yutang.act.grouprules import models as grouprules_models
from yutang.act.grouptiers import models as grouptier_models
from yutang.act.groupwatch import models as groupwatch_models
from yutang.act.landings import models as landings_models
from yutang.act.links import models as links_models
from yutang.act.pagecodes import models as pagecode_models
from yutang.act.rota import models as rota_models
from yutang.act.touchpoints import models as touchpoints_models
from yutang.decide.autotags import models as autotags_models
from yutang.feedback.growth import models as growth_models
from yutang.feedback.oldpools import models as oldpools_models
from yutang.feedback.targets import models as targets_models
from yutang.kernel import audit, events, files, idempotency, installation, rates
from yutang.kernel.access import models as access_models
from yutang.kernel.auditing import models as auditing_models
from yutang.kernel.connections import Connections
from yutang.kernel.db import Base, Database
from yutang.kernel.eventlog import models as eventlog_models
from yutang.kernel.notices import models as notices_models
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings
from yutang.kernel.tokens import models as tokens_models
from yutang.kernel.vault import open_vault
from yutang.people.activation import models as activation_models
from yutang.people.attributes import models as attributes_models
from yutang.people.audience import models as audience_models
from yutang.people.bulk import models as bulk_models
from yutang.people.consents import models as consents_models
from yutang.people.corps import models as corps_models
from yutang.people.credits import models as credits_models
from yutang.people.customer_sessions import models as customer_sessions_models
from yutang.people.customers import models as customers_models
from yutang.people.customers import tail_models as customer_tails
from yutang.people.deeds import models as deeds_models
from yutang.people.doors import models as doors_models
from yutang.people.exports import models as exports_models
from yutang.people.facets import models as facets_models
from yutang.people.gateway import models as gateway_models
from yutang.people.groups import models as groups_models
from yutang.people.handovers import models as handovers_models
from yutang.people.imports import models as imports_models
from yutang.people.kinds import models as kinds_models
from yutang.people.losses import models as losses_models
from yutang.people.notes import models as notes_models
from yutang.people.notices import models as notice_sends_models
from yutang.people.orders import models as orders_models
from yutang.people.persons import models as persons_models
from yutang.people.privacy import models as privacy_models
from yutang.people.questions import models as questions_models
from yutang.people.rfm import models as rfm_models
from yutang.people.room import models as room_models
from yutang.people.segments import models as segments_models
from yutang.people.staff import models as staff_models
from yutang.people.staff_sessions import models as staff_sessions_models
from yutang.people.stages import models as stages_models
from yutang.people.stores import models as stores_models
from yutang.people.suppressions import models as suppressions_models
from yutang.people.tags import models as tags_models
from yutang.people.tasks import models as tasks_models
from yutang.people.views import models as views_models
from yutang.people.visits import models as visits_models
from yutang.people.welcomes import models as welcomes_models
from yutang.sense.callbacks import models as callbacks_models
from yutang.sense.callbacks import service as callbacks
from yutang.sense.collector import models as collector_models
from yutang.sense.connection import models as connection_models
from yutang.sense.sync import models as sync_models

TABLE_MODULES = (
    access_models,
    acquisition_models,
    activation_models,
    attributes_models,
    audience_models,
    audit,
    auditing_models,
    autotags_models,
    bulk_models,
    callbacks_models,
    codebatches_models,
    collector_models,
    connection_models,
    consents_models,
    conversions_models,
    corps_models,
    credits_models,
    customer_sessions_models,
    customers_models,
    customer_tails,
    deeds_models,
    doors_models,
    eventlog_models,
    events,
    exports_models,
    files,
    facets_models,
    gateway_models,
    greetings_models,
    gifts_models,
    idempotency,
    groupcare_models,
    groupcodes_models,
    grouptier_models,
    groupwatch_models,
    pagecode_models,
    grouprules_models,
    groups_models,
    growth_models,
    handovers_models,
    imports_models,
    installation,
    kinds_models,
    landings_models,
    links_models,
    losses_models,
    notes_models,
    notice_sends_models,
    notices_models,
    oldpools_models,
    orders_models,
    persons_models,
    privacy_models,
    questions_models,
    rates,
    rfm_models,
    room_models,
    rota_models,
    segments_models,
    staff_models,
    staff_sessions_models,
    stages_models,
    stores_models,
    sync_models,
    suppressions_models,
    tags_models,
    targets_models,
    tasks_models,
    tokens_models,
    touchpoints_models,
    views_models,
    visits_models,
    welcomes_models,
)
metadata = Base.metadata

CONNECTIONS = 24
"""To all of WeCom's and other hosts at once, of one process."""


class NoDatabaseError(RuntimeError):
    """A process was started alone without the address of a database."""


def build_runtime(
    settings: Settings,
    *,
    http: httpx2.AsyncClient | None = None,
    pool_size: int = 10,
    pre_ping: bool = True,
) -> Runtime:
    """What one process owns. Raises NoDatabaseError without `database_url`.

    `pre_ping` asks each connection whether it lives before a request uses it; lanes and jobs try
    again anyway and save the question.
    """
    if settings.database_url is None:
        message = "set YUTANG_DATABASE_URL, or start everything together with `yutang up`"
        raise NoDatabaseError(message)
    return Runtime(
        settings=settings,
        database=Database(settings.database_url, pool_size=pool_size, pre_ping=pre_ping),
        vault=open_vault(
            settings.home,
            settings.master_key.get_secret_value() if settings.master_key else None,
            settings.master_key_file,
        ),
        http=http
        or httpx2.AsyncClient(
            timeout=httpx2.Timeout(10, connect=5), transport=Connections(CONNECTIONS)
        ),
        late=callbacks.fall_behind,
    )
