"""The leaves that ship with the language; importing this registers them."""

from . import (
    naive_attributes,
    naive_deeds,
    naive_people,
    naming,
    saying_attributes,
    saying_deeds,
    saying_people,
    sql_attributes,
    sql_events,
    sql_orders,
    sql_people,
)
from .registry import LeafSpec, register_leaf
from .schemas import (
    Activated,
    AtStage,
    Attribute,
    Bought,
    Did,
    InGroup,
    InList,
    InSegment,
    InState,
    Lost,
    Members,
    Relation,
    Rfm,
    Sequence,
    Silent,
    Tag,
)


def _segment(model: type[InList | InSegment]) -> LeafSpec:
    return LeafSpec(
        model,
        sql_people.compile_segment,
        naive_people.test_segment,
        saying_people.say_segment,
        naming.name_segment,
    )


for _spec in (
    LeafSpec(
        Tag,
        sql_people.compile_tag,
        naive_people.test_tag,
        saying_people.say_tag,
        naming.name_tag,
    ),
    LeafSpec(
        Attribute,
        sql_attributes.compile_attribute,
        naive_attributes.test_attribute,
        saying_attributes.say_attribute,
        naming.name_attribute,
        means=lambda leaf, scene: scene.fields.get(leaf.field, "") if leaf.field else None,
    ),
    LeafSpec(
        Relation,
        sql_people.compile_relation,
        naive_people.test_relation,
        saying_people.say_relation,
        naming.name_relation,
        means=sql_people.members_meant,
    ),
    LeafSpec(
        InGroup,
        sql_people.compile_group,
        naive_people.test_group,
        saying_people.say_group,
        naming.name_group,
        means=sql_people.groups_meant,
    ),
    LeafSpec(
        AtStage,
        sql_people.compile_stage,
        naive_people.test_stage,
        saying_people.say_stage,
        naming.name_stage,
    ),
    LeafSpec(InState, sql_people.compile_state, naive_people.test_state, saying_people.say_state),
    LeafSpec(
        Did,
        sql_events.compile_event,
        naive_deeds.test_event,
        saying_deeds.say_event,
        naming.name_event,
    ),
    LeafSpec(
        Sequence,
        sql_events.compile_sequence,
        naive_deeds.test_sequence,
        saying_deeds.say_sequence,
        naming.name_sequence,
    ),
    LeafSpec(
        Bought,
        sql_orders.compile_orders,
        naive_deeds.test_orders,
        saying_deeds.say_orders,
        naming.name_orders,
    ),
    LeafSpec(
        Rfm,
        sql_orders.compile_rfm,
        naive_deeds.test_rfm,
        saying_deeds.say_rfm,
        means=lambda _, scene: scene.rfm_run or 0,
    ),
    LeafSpec(
        Activated,
        sql_people.compile_activation,
        naive_people.test_activation,
        saying_people.say_activation,
    ),
    LeafSpec(Lost, sql_people.compile_loss, naive_people.test_loss, saying_people.say_loss),
    LeafSpec(
        Silent, sql_people.compile_silence, naive_people.test_silence, saying_people.say_silence
    ),
    _segment(InList),
    _segment(InSegment),
    LeafSpec(
        Members,
        sql_people.compile_members,
        naive_people.test_members,
        saying_people.say_segment,
        naming.name_segment,
        written=False,
    ),
):
    register_leaf(_spec)
