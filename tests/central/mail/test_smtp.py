"""A letter through a real mail server, and through ones that fail at every point: what is told of it is always true."""

import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from queue import SimpleQueue
from time import monotonic

import pytest
import trustme

from terminal.central.mail.conversation import Encryption, MailServer
from terminal.central.mail.port import NotSent, Outcome, Perhaps, Sent, Why
from terminal.central.mail.smtp import SmtpMail
from tests.central.mail import servers
from tests.central.mail.letters import ENTRY, LETTER, attached, body_of, read
from tests.central.mail.servers import HOST, Behaviour, PostOffice, misbehaving, opened

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")

SHORT_S = 0.4
"""A deadline for those that never answer; the others have the real one."""


def smtp(
    port: int,
    encryption: Encryption = "none",
    *,
    host: str = HOST,
    user: str | None = None,
    password: str | None = None,
    authority: trustme.CA | None = None,
    **more: float,
) -> SmtpMail:
    server = MailServer(host, port, encryption, "termine@example.org", user)
    trust = partial(believing, authority) if authority else ssl.create_default_context
    return SmtpMail(server, lambda: password, "buergerbuero@example.org", trust=trust, **more)


def believing(authority: trustme.CA) -> ssl.SSLContext:
    """The usual context, which checks certificates and names, with one more authority."""
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with opened(PostOffice()) as office:
        yield office


def serving(authority: trustme.CA, name: str = HOST) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(name).configure_cert(context)
    return context


def test_a_letter_arrives_as_it_was_written(office: PostOffice) -> None:
    assert smtp(office.port).send(LETTER) == Sent()
    envelope = office.letter()
    assert (envelope.mail_from, envelope.rcpt_tos) == ("termine@example.org", ["erika@example.org"])
    assert isinstance(envelope.content, bytes)
    assert envelope.content.isascii()
    message = read(envelope.content)
    assert message["Subject"] == LETTER.subject
    assert message["From"].addresses[0].display_name == LETTER.sender_name
    assert [address.addr_spec for address in message["To"].addresses] == ["erika@example.org"]
    assert message["Reply-To"] == "buergerbuero@example.org"
    assert message["Date"].datetime == LETTER.written
    assert body_of(message).rstrip("\n") == LETTER.body
    (entry,) = attached(message, "text/calendar")
    assert (entry.get_param("method"), entry.get_filename()) == ("PUBLISH", "Termin.ics")
    assert entry.get_payload(decode=True) == ENTRY.encode()


def test_each_letter_has_a_name_of_its_own_that_says_nothing_of_anybody(office: PostOffice) -> None:
    for _ in range(2):
        smtp(office.port).send(LETTER)
    names = [read(office.letter().content)["Message-ID"] for _ in range(2)]  # type: ignore[arg-type]
    assert len(set(names)) == 2
    assert all(name.endswith("@example.org>") and "erika" not in name for name in names)


def test_encrypted_by_starttls_with_a_password_that_has_umlauts(authority: trustme.CA) -> None:
    with opened(PostOffice(password="Größe!"), starttls=serving(authority)) as office:
        mail = smtp(office.port, "starttls", user="kiosk", password="Größe!", authority=authority)
        assert mail.send(LETTER) == Sent()
        assert office.letter().rcpt_tos == ["erika@example.org"]


def test_encrypted_from_the_first_byte_with_the_other_way_to_log_in(authority: trustme.CA) -> None:
    with opened(PostOffice(password="geheim"), tls=serving(authority), auth_exclude_mechanism=["PLAIN"]) as office:
        mail = smtp(office.port, "tls", user="kiosk", password="geheim", authority=authority)
        assert mail.send(LETTER) == Sent()
        assert office.letter().rcpt_tos == ["erika@example.org"]


@pytest.mark.parametrize("encryption", ["starttls", "tls"])
@pytest.mark.parametrize("wrong", ["unknown authority", "another name"])
def test_a_server_that_cannot_prove_who_it_is_gets_neither_password_nor_letter(
    authority: trustme.CA, encryption: Encryption, wrong: str
) -> None:
    known = authority if wrong == "another name" else trustme.CA()
    certificate = serving(authority, "mail.example.net" if wrong == "another name" else HOST)
    context = {encryption: certificate}
    with opened(PostOffice(password="geheim"), **context) as office:
        mail = smtp(office.port, encryption, user="kiosk", password="geheim", authority=known)
        assert mail.send(LETTER) == NotSent(Why.UNTRUSTED)
        assert office.received.empty()


def test_a_server_that_does_not_encrypt_gets_nothing_although_it_was_asked_to(office: PostOffice) -> None:
    assert smtp(office.port, "starttls").send(LETTER) == NotSent(Why.UNTRUSTED)
    assert office.received.empty()


def test_what_a_server_says_before_it_encrypts_is_not_believed_afterwards(authority: trustme.CA) -> None:
    """Somebody in between adds words to the last answer in the clear: with them the kiosk would say its password."""
    context = serving(authority)

    def behave(caller: socket.socket) -> None:
        caller.sendall(b"220 mail.example.org\r\n")
        servers.hear(caller)
        caller.sendall(b"250-mail.example.org\r\n250 STARTTLS\r\n")
        servers.hear(caller)
        caller.sendall(b"220 go ahead\r\n250-mail.example.org\r\n250 AUTH PLAIN\r\n")
        with context.wrap_socket(caller, server_side=True) as encrypted:
            servers.hear(encrypted)
            encrypted.sendall(b"250 mail.example.org\r\n")
            heard.append(servers.hear(encrypted))  # nothing more: it hangs up

    heard: list[bytes] = []
    with misbehaving(behave) as port:
        mail = smtp(port, "starttls", user="kiosk", password="geheim", authority=authority)
        assert mail.send(LETTER) == NotSent(Why.LOGIN)
    assert heard == [b""]


@pytest.mark.parametrize("password", ["falsch", None])
def test_a_wrong_or_unreadable_password_is_told(authority: trustme.CA, password: str | None) -> None:
    with opened(PostOffice(password="geheim"), starttls=serving(authority)) as office:
        mail = smtp(office.port, "starttls", user="kiosk", password=password, authority=authority)
        assert mail.send(LETTER) == NotSent(Why.LOGIN)


def test_a_reader_whom_the_server_does_not_know_is_told() -> None:
    with opened(PostOffice(unknown="erika@example.org")) as office:
        assert smtp(office.port).send(LETTER) == NotSent(Why.RECIPIENT)
        assert office.received.empty()


def test_a_server_that_is_not_there_is_told(office: PostOffice) -> None:
    with opened(PostOffice()) as closed:
        pass
    assert smtp(closed.port).send(LETTER) == NotSent(Why.UNREACHABLE)


@pytest.mark.parametrize(
    ("behave", "outcome"),
    [
        (servers.dying_before_the_end, NotSent(Why.UNREACHABLE)),
        (servers.dying_after_the_end, Perhaps()),
        (servers.refusing_the_letter, NotSent(Why.SERVER)),
        (servers.refusing_the_kiosk, NotSent(Why.SERVER)),
    ],
)
def test_whatever_a_server_does_what_is_told_is_true(behave: Behaviour, outcome: Outcome) -> None:
    with misbehaving(behave) as port:
        assert smtp(port).send(LETTER) == outcome


@pytest.mark.parametrize(
    ("behave", "outcome"),
    [
        (servers.mute, NotSent(Why.TOO_SLOW)),
        (servers.dribbling, NotSent(Why.TOO_SLOW)),
        (servers.mute_after_the_end, Perhaps()),
    ],
)
def test_nobody_waits_longer_than_the_deadline(behave: Behaviour, outcome: Outcome) -> None:
    with misbehaving(behave) as port:
        mail, began_s = smtp(port, deadline_s=SHORT_S), monotonic()
        assert mail.send(LETTER) == outcome
        assert SHORT_S <= monotonic() - began_s < SHORT_S + 2


def test_a_server_that_talks_without_end_is_heard_so_far_and_no_further() -> None:
    said = []

    def endless(caller: socket.socket) -> None:
        while len(said) < 500:
            caller.sendall((b"220-" + b"x" * 8000 + b"\r\n") * 8)
            said.append(1)

    with misbehaving(endless) as port:
        assert smtp(port).send(LETTER) == NotSent(Why.UNREACHABLE)
    assert len(said) < 500, "32 megabytes were heard"


def test_a_handshake_without_an_end_is_over_at_the_deadline() -> None:
    with misbehaving(servers.mute) as port:
        assert smtp(port, "tls", deadline_s=SHORT_S).send(LETTER) == NotSent(Why.TOO_SLOW)


def test_what_was_given_up_is_not_sent_afterwards() -> None:
    """A password that comes too late stands for anything that is slow: a name server, a network."""
    passwords = SimpleQueue[str]()
    with opened(PostOffice(password="geheim")) as office:
        server = MailServer(HOST, office.port, "none", "termine@example.org", "kiosk")
        mail = SmtpMail(server, lambda: passwords.get(timeout=servers.PATIENCE_S), deadline_s=SHORT_S)
        assert mail.send(LETTER) == NotSent(Why.TOO_SLOW)
        passwords.put("geheim")
        for thread in threading.enumerate():
            if thread.name == "mail":
                thread.join(servers.PATIENCE_S)
        assert office.received.empty()


@pytest.mark.parametrize(
    "to",
    [
        "",
        "erika",
        "erika@example.org\r\nBcc: viele@example.net",
        "erika@example.org\n",
        "erika@example.org,viele@example.net",
        "erika@example.org viele@example.net",
        "erika@example.org> SIZE=1",
        "<erika@example.org>",
        '"erika muster"@example.org',
        "@example.net:erika@example.org",
        "erika@[127.0.0.1]",
        "erika@example.org\0",
        "erika@exam\u2028ple.org",
        "erika..muster@example.org",
        "größe@example.org",
        "e" * 65 + "@example.org",
        "erika@" + "a." * 130 + "org",
    ],
)
def test_what_is_not_exactly_one_address_never_reaches_a_server(office: PostOffice, to: str) -> None:
    assert smtp(office.port).send(replace(LETTER, to=to)) == NotSent(Why.ADDRESS)
    assert office.received.empty()
