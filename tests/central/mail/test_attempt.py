"""Whoever waits may give up at any moment, and what is told then stays true."""

import socket
from collections.abc import Iterator
from contextlib import closing

import pytest

from terminal.central.mail.attempt import Attempt, GivenUpError
from tests.central.mail.servers import PATIENCE_S


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = socket.socketpair()
    with closing(ours), closing(theirs):
        yield ours, theirs


def test_nothing_is_committed_after_it_was_given_up() -> None:
    attempt = Attempt()
    attempt.give_up()
    with pytest.raises(GivenUpError):
        attempt.commit()
    assert not attempt.committed


def test_what_was_committed_before_stays_so() -> None:
    attempt = Attempt()
    attempt.commit()
    attempt.give_up()
    assert attempt.committed


def test_a_connection_that_comes_too_late_is_not_used(ends: tuple[socket.socket, socket.socket]) -> None:
    attempt = Attempt()
    attempt.give_up()
    with pytest.raises(GivenUpError):
        attempt.connected(ends[0])


def test_giving_up_ends_whatever_is_being_read(ends: tuple[socket.socket, socket.socket]) -> None:
    attempt = Attempt()
    ends[0].settimeout(PATIENCE_S)
    attempt.connected(ends[0])
    attempt.give_up()
    assert ends[0].recv(1) == b""
    attempt.over()
