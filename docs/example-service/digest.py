"""The example's service with the transport taken off: what is asked goes in, what is answered comes out."""
import collections
import hashlib
import json
import re

SALT = b"breakeven example"
ROUNDS = 4_000
TEXT = "text/plain; charset=utf-8"
WORD = re.compile(r"\w+")
MOST_COMMON = 10


def answer(method, path, body):
    """Status, content type and body. Each path is asked with one method."""
    asked, work = {
        "/health": ("GET", lambda: (TEXT, "ok")),
        "/digest": ("POST", lambda: (TEXT, digest(body))),
        "/words": ("POST", lambda: ("application/json", words(body))),
    }.get(path, (method, None))
    if work is None:
        return 404, TEXT, b"there is /digest, /words and /health\n"
    if method != asked:
        return 405, TEXT, f"{path} takes {asked}\n".encode()
    content_type, text = work()
    return 200, content_type, text.encode()


def digest(body):
    """A password's hash, made to take a few milliseconds, whatever it is of."""
    return hashlib.pbkdf2_hmac("sha256", body, SALT, ROUNDS).hex()


def words(body):
    """How many words a text has, and the most common ones: it takes longer the longer the text is."""
    counts = collections.Counter(WORD.findall(body.decode("utf-8", "replace").lower()))
    common = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:MOST_COMMON]
    return json.dumps({"words": counts.total(), "common": dict(common)})
