"""Systems named by hand while something is declared: what is proposed follows, what was taken back stays so."""

from dataclasses import replace

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.tlp import Tlp
from services.declarations import touched
from services.declarations.declaring import Declaration
from services.incidents.touched.systems import MOST, SystemsTouchedTooMany
from services.systems import register
from services.systems.entries import Party
from services.systems.register import SystemUnknown
from tests.services.cast import NOON, OTHER_REGISTRATION, approved, coordinator, newcomer
from tests.services.incidents.test_touched import registered


async def test_what_a_system_proposes_comes_and_goes_with_it_and_what_was_taken_back_stays_so(
    session: AsyncSession,
) -> None:
    operator = (await approved(session, await newcomer(session))).member_id
    provider = (await approved(session, await newcomer(session, 1005), OTHER_REGISTRATION)).member_id
    portal = id_of(await registered(session, operator=Party("x", operator)))
    mail = id_of(await registered(session, "Thư công vụ", connectivity=(provider,)))

    form = await touched.with_system(session, form=Declaration(), system_id=portal)
    assert (form.systems, form.wanted.first) == ((portal,), (operator,))
    assert await touched.with_system(session, form=form, system_id=portal) == form, "twice is once"

    form = replace(form, wanted=replace(form.wanted, first=()))
    form = await touched.with_system(session, form=form, system_id=mail)
    assert (form.systems, form.wanted.first) == ((portal, mail), (provider,)), "taken back is not proposed again"

    form = await touched.without_system(session, form=form, system_id=mail)
    assert (form.systems, form.wanted.first) == ((portal,), ())


async def test_a_narrow_label_leaves_those_of_the_system_alone_unless_more_were_called_on_purpose(
    session: AsyncSession,
) -> None:
    operator = (await approved(session, await newcomer(session))).member_id
    provider = (await approved(session, await newcomer(session, 1005), OTHER_REGISTRATION)).member_id
    portal = id_of(await registered(session, operator=Party("x", operator), connectivity=(provider,)))
    strict = Declaration(tlp=Tlp.AMBER_STRICT)

    form = await touched.with_system(session, form=strict, system_id=portal)
    assert (form.wanted.first, form.wanted.only_first) == ((operator,), True)
    assert await touched.without_system(session, form=form, system_id=portal) == strict

    wider = replace(form, wanted=replace(form.wanted, only_first=False))
    mail = id_of(await registered(session, "Thư công vụ"))
    form = await touched.with_system(session, form=wider, system_id=mail)
    assert not form.wanted.only_first, "more were called on purpose"


async def test_no_more_are_named_than_an_incident_holds_and_none_that_left_the_register(session: AsyncSession) -> None:
    form = Declaration()
    for number in range(MOST):
        form = await touched.with_system(
            session, form=form, system_id=id_of(await registered(session, f"Hệ thống {number}"))
        )
    last = id_of(await registered(session, "Hệ thống cuối"))
    with pytest.raises(SystemsTouchedTooMany):
        await touched.with_system(session, form=form, system_id=last)

    await register.retire(session, system_id=last, by=await coordinator(session), now=NOON)
    with pytest.raises(SystemUnknown):
        await touched.with_system(session, form=Declaration(), system_id=last)
