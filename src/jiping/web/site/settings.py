"""Django's settings, all from one config.toml; `JIPING_CONFIG` names it."""

import os
from pathlib import Path

from jiping.use_cases.account_rules import account_rules
from jiping.web.site.config import databases, read_config

CONFIG_FILE = Path(os.environ.get("JIPING_CONFIG", "config.toml")).resolve()
CONFIG = read_config(CONFIG_FILE)
DEMO = CONFIG.demo
TODAY = CONFIG.today
DATA_FOLDER = CONFIG.data
SITE_FOLDER = CONFIG.folder
FEEDBACK = CONFIG.feedback
ACCOUNT_RULES = account_rules(CONFIG.day)  # in force while this server runs
KEYS_FILE = CONFIG.keys_file

SECRET_KEY = CONFIG.secret
DEBUG = False
ALLOWED_HOSTS = list(CONFIG.hosts)
DATABASES = databases(CONFIG)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

INSTALLED_APPS = [
    "jiping.web.site",
    "jiping.web.publishing",
    "jiping.web.insight",
    "jiping.web.api",
    "jiping.web.review",
    "jiping.web.filings",
    "jiping.web.funds",
    "jiping.web.runs",
    "jiping.web.surveys",
    "jiping.web.projects",
    "jiping.web.audit",
    "jiping.web.accounts",
    "jiping.web.ui",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "axes",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "jiping.web.site.middleware.clock",
    "jiping.web.site.limits.limits",
    "jiping.web.site.middleware.staff_only",
    "jiping.web.site.middleware.faults",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "jiping.web.site.urls"
WSGI_APPLICATION = "jiping.web.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "jiping.web.site.menu.frame",
            ],
            "builtins": ["jiping.web.ui.templatetags.ui"],
        },
    }
]

AUTH_USER_MODEL = "accounts.AccountRecord"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "jiping.web.accounts.passwords.LongEnough"},
    {"NAME": "jiping.web.accounts.passwords.SeveralKinds"},
    {"NAME": "jiping.web.accounts.passwords.NotTheName"},
    {"NAME": "jiping.web.accounts.passwords.NotUsedBefore"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "todo"
LOGOUT_REDIRECT_URL = "login"
AXES_FAILURE_LIMIT = ACCOUNT_RULES.attempts
AXES_COOLOFF_TIME = ACCOUNT_RULES.locked
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_LOCKOUT_CALLABLE = "jiping.web.accounts.views.entering.locked_out"
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True  # the trail holds every coming and going
SILENCED_SYSTEM_CHECKS = ["axes.W006"]  # an account is locked wherever the guesses come from
SESSION_COOKIE_AGE = int(ACCOUNT_RULES.idle.total_seconds())  # middleware.awake puts it off, once a minute
OTP_TOTP_ISSUER = "jiping"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = CONFIG.https
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = CONFIG.https
SECURE_HSTS_SECONDS = 31_536_000 if CONFIG.https else 0
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
_SELF = ["'self'"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": _SELF,
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": _SELF,
        "form-action": _SELF,
        "frame-ancestors": ["'none'"],
    }
}

CACHES = {
    # shared by all processes of the site: how often a stranger was wrong at an open door
    "default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": CONFIG.folder / "cache"}
}

STATIC_URL = "static/"
STATIC_ROOT = CONFIG.folder / "static"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": CONFIG.folder / "files"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
