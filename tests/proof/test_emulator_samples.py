"""The emulator takes each sample's request and answers in the sample's shape."""

import pytest

from wecom_emulator.areas import VERBS
from wecom_emulator.gate import GET_TOKEN

from .cast import company, people, things
from .cast.stage import FILES, open_stage
from .sampling import SAMPLES, lacks

assert [company, people, things]
NOT_SAMPLED = {
    "media/get": "answers a file, no JSON",
    "media/get/jssdk": "answers a file, no JSON",
    "message/get_statistics": "retired by WeCom: 48005",
    "user/getuserinfo": "the old name of auth/getuserinfo, with names of its own",
    "externalcontact/get_groupmsg_list": "legacy; the facts tell no shape of it",
    "externalcontact/customer_acquisition_app/get_permit": "third-party apps only",
    "batch/userid_to_openuserid": "of service providers' tokens only",
    "externalcontact/unionid_to_external_userid": "providers' apps only",
    "externalcontact/get_new_external_userid": "providers' apps only",
    "externalcontact/groupchat/get_new_external_userid": "providers' apps only",
    "externalcontact/to_service_external_userid": "providers' apps only",
    "idconvert/unionid_to_external_userid": "providers' apps only",
    "idconvert/batch/external_userid_to_pending_id": "providers' apps only",
    "idconvert/external_tagid": "providers' apps only",
    "idconvert/open_kfid": "providers' apps only",
}


@pytest.mark.parametrize("key", sorted(SAMPLES))
async def test_the_emulator_answers_in_the_shape_of_the_sample(key: str) -> None:
    sample = SAMPLES[key]
    async with open_stage() as stage:
        for need in sample.needs:
            await stage.bring(need)
        query = await stage.exchanged(sample.query)
        how = {}
        if sample.body is not None:
            how["json"] = await stage.exchanged(sample.body)
        elif sample.file:
            how["files"] = {"media": FILES[sample.file]}
        answer = (await stage.send(sample.call, sample.secret, params=query, **how)).json()
    assert (answer["errcode"], answer["errmsg"]) == (0, sample.answer["errmsg"]), answer
    missing = lacks(sample.answer, answer)
    assert {way: why for way, why in missing.items() if way not in sample.absent} == {}
    invented = lacks(answer, sample.answer)
    assert {way: why for way, why in invented.items() if way not in sample.beyond} == {}
    # A reason that excuses nothing is one too many.
    assert (set(sample.absent) - set(missing), set(sample.beyond) - set(invented)) == (set(), set())


def test_every_call_of_the_emulator_has_a_sample_or_a_reason() -> None:
    sampled = {sample.call for sample in SAMPLES.values()}
    assert not sampled & NOT_SAMPLED.keys()
    assert sampled | NOT_SAMPLED.keys() == VERBS.keys() | {GET_TOKEN}
