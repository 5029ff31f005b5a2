"""base behind HTTPS: refuses to start half-configured and names what is missing."""

from __future__ import annotations

from newsroom.settings import env

SECRET_KEY = env.required("SECRET_KEY", "a long random text that is kept secret")
env.hosts(needed=True)

from newsroom.settings.base import *  # noqa: E402  base must not make a key file first

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # asked from inside, without TLS
SECURE_HSTS_SECONDS = 31_536_000  # a year
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CSRF_TRUSTED_ORIGINS = [
    f"https://{'*' if host.startswith('.') else ''}{host}"
    for host in ALLOWED_HOSTS
    if host != "*"
]
