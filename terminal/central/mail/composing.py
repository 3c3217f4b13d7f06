"""From a letter to an Internet message (RFC 5322, MIME), complete with what keeps it out of loops and spam folders."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from secrets import token_hex

from terminal.central.mail.letter import Letter


def composed(letter: Letter, sender: str, reply_to: str | None) -> EmailMessage:
    """The message, its lines ending with CR LF. Raises ValueError when an address is none.

    Date is the letter's moment. The Message-ID is random at the sender's domain, and says nothing of anybody. The
    calendar is an attachment with its method (RFC 6047, 2.4), rather than an alternative to the text: some clients show
    an alternative instead of the text, and every one opens an attachment.
    """
    message = EmailMessage(SMTP)
    message["From"] = Address(letter.sender_name, addr_spec=sender)
    message["To"] = Address(addr_spec=letter.to)
    if reply_to:
        message["Reply-To"] = Address(addr_spec=reply_to)
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(letter.written)
    message["Message-ID"] = f"<{token_hex(16)}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834, 5: nobody's holiday notice answers
    message.set_content(letter.body, cte="quoted-printable")
    for file in letter.calendar:
        message.add_attachment(
            file.text.encode(),
            "text",
            "calendar",
            filename=file.name,
            params={"method": file.method, "charset": "UTF-8"},
        )
    for picture in letter.pictures:
        message.add_attachment(picture.png, "image", "png", filename=picture.name)
    message["Content-Language"] = letter.language  # last: the attachments take what is there with them
    return message
