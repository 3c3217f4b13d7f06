import pytest

from terminal.central.appointments.caldav.multistatus import NoMultistatusError, resources
from tests.faults.bounds import bounded

LIST = b"""<?xml version="1.0"?><D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
<D:response><D:href>/a/b%20c/x.ics</D:href><D:propstat><D:prop><D:getetag>"1"</D:getetag>
<C:calendar-data>BEGIN:VCALENDAR&#13;
</C:calendar-data></D:prop></D:propstat></D:response>
<D:response><D:href>http://h/a/cal/</D:href><D:propstat><D:prop><D:resourcetype><C:calendar/></D:resourcetype></D:prop>
</D:propstat></D:response></D:multistatus>"""


def test_resources_are_read_with_path_version_text_and_kind() -> None:
    event, calendar = resources(LIST)
    assert (event.path, event.etag, event.text) == (("a", "b c", "x.ics"), '"1"', "BEGIN:VCALENDAR\r\n")
    assert (calendar.path, calendar.calendar, event.calendar) == (("a", "cal"), True, False)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not xml",
        b"<a>",
        b'<!DOCTYPE a [<!ENTITY b "cccc">]><a>&b;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16"),
        b'<?xml version="1.0" encoding="made-up"?><a/>',
    ],
)
def test_what_is_no_plain_list_is_refused(body: bytes) -> None:
    with pytest.raises(NoMultistatusError):
        resources(body)


@pytest.mark.parametrize("body", [b"<a/>", b'<response xmlns="DAV:"><href>/x</href></response>'])
def test_another_document_lists_nothing(body: bytes) -> None:
    assert resources(body) == []


@pytest.mark.parametrize(
    "body",
    [
        b"<a>" * 7_000_000,
        b'<a b="' + b"c" * 20_000_000,
        b"<!--" + b"c" * 20_000_000,
        b"".join(b"<a%d/>" % n for n in range(1_200_000)),
    ],
    ids=["deep", "one tag", "one comment", "many"],
)
def test_what_would_fill_the_memory_is_refused_before(body: bytes) -> None:
    with bounded(seconds=20, megabytes=256), pytest.raises(NoMultistatusError, match=r"too deep|without end"):
        resources(b'<multistatus xmlns="DAV:">' + body)
