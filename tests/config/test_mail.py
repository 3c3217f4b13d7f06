"""[mail]: off where nothing is written, and a whole answer where something is."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from config.loader import Broken, Loaded, load
from config.schema import Configuration
from config.schema.mail import Mail

SENDER = "termine@example.org"


def test_without_anything_no_mail_is_sent() -> None:
    loaded = load(None)
    assert isinstance(loaded, Loaded)
    assert loaded.configuration.mail.host is None


@pytest.mark.parametrize(("encryption", "port"), [("starttls", 587), ("tls", 465)])
def test_the_usual_port_is_that_of_the_encryption(encryption: str, port: int) -> None:
    settings = {"host": "mail.example.org", "sender": SENDER, "encryption": encryption}
    assert Mail.model_validate(settings).port_used == port
    assert Mail.model_validate({**settings, "port": 2525}).port_used == 2525


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1"])
def test_only_this_machine_is_spoken_to_in_the_clear(host: str) -> None:
    assert Mail(host=host, sender=SENDER, encryption="none").port_used == 25


@pytest.mark.parametrize("host", ["mail", "mail.example.org", "192.0.2.25", "2001:db8::25"])
def test_a_server_has_a_name_or_an_address(host: str) -> None:
    assert Mail(host=host, sender=SENDER).host == host


@pytest.mark.parametrize(
    "host", ["", "mail.example.org:25", "mail example", "-mail", "mail\r\nX", "a" * 300, "a." * 60 + "!"]
)
def test_anything_else_is_no_server(host: str) -> None:
    with pytest.raises(ValidationError, match="is not the name of a server"):
        Mail(host=host, sender=SENDER)


def test_the_snapshot_holds_the_path_of_the_password_and_not_the_password(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("hunter2-marker\n")
    file.chmod(0o600)
    (tmp_path / "town.toml").write_text(
        f'[mail]\nhost = "mail.example.org"\nsender = "{SENDER}"\nuser = "kiosk"\npassword_file = "password"\n'
    )
    loaded = load(tmp_path)
    assert isinstance(loaded, Loaded)
    snapshot = loaded.configuration.model_dump(mode="json")
    assert Configuration.model_validate(snapshot).mail.password_file == str(file)
    assert "hunter2" not in str(snapshot)


def test_a_password_that_others_can_read_is_refused_with_the_remedy(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("hunter2-marker\n")
    file.chmod(0o644)
    (tmp_path / "town.toml").write_text(
        f'[mail]\nhost = "mail.example.org"\nsender = "{SENDER}"\nuser = "kiosk"\npassword_file = "password"\n'
    )
    result = load(tmp_path)
    assert isinstance(result, Broken)
    (problem,) = result.problems
    assert (problem.key, f"chmod 600 {file}" in problem.reason) == ("mail.password_file", True)
