"""Everything from the environment; the defaults run the demo, and outside it an unsafe value stops the start."""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

from celery.schedules import crontab
from csp.constants import NONE, SELF

from config import embedded, safety
from config.environment import database, flag, kept_secret, mail, number, words

BASE_DIR = Path(__file__).resolve().parent.parent
DATA = embedded.data_folder()

# The demo (script/demo) and the tests say so; anything else is a real installation. A command that only reads the files
# it is given needs no installation around it.
DEMO = flag("CHAPTER8_DEMO")
TESTING = flag("CHAPTER8_TEST")
READING = {"read_chronology", "analyse_chronology", "leak_check"}
READS_FILES = bool(READING.intersection(sys.argv[1:2])) and Path(sys.argv[0]).name == "manage.py"
PRODUCTION = not (DEMO or TESTING or READS_FILES)

DEBUG = flag("DEBUG")
SECRET_KEY = os.environ.get("SECRET_KEY", "")
if not SECRET_KEY and not PRODUCTION:
    SECRET_KEY = kept_secret(DATA / "secret-key")

# --- where we are -------------------------------------------------------------------------------

SITE_URL = os.environ.get("SITE_URL", "").rstrip("/")
if not SITE_URL and not PRODUCTION:
    SITE_URL = f"http://127.0.0.1:{number('PORT', 8000)}"
HTTPS = urlsplit(SITE_URL).scheme == "https"
ALLOWED_HOSTS = words("ALLOWED_HOSTS")
if not ALLOWED_HOSTS and not PRODUCTION:
    ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [SITE_URL] if HTTPS else []
TRUSTED_PROXIES = number("TRUSTED_PROXIES", 0)

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
TIME_ZONE = "Europe/London"
USE_TZ = True

# --- the house ----------------------------------------------------------------------------------

STAGES = [
    "frameworks",
    "agencies",
    "casework",
    "reviews",
    "referrals",
    "chronology",
    "imr",
    "overview",
    "actionplans",
    *([] if PRODUCTION else ["demo"]),
]
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "config.staticfiles.StaticFilesConfig",
    "django.forms",
    "django_fsm",
    "guardian",
    "axes",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "django_prose_editor",
    *STAGES,
]
MIDDLEWARE = [
    "config.middleware.RequestId",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.staticfiles.StaticFiles",
    "config.middleware.KeepPrivate",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "config.middleware.SessionLimits",
    "agencies.sign_in.SecondFactor",
    "casework.middleware.SignedOut",
    "casework.middleware.Refusals",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "casework.context.house",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- what is kept -------------------------------------------------------------------------------

# The application's role; only the migration step is handed the owner's URL instead.
DATABASES = {"default": database(os.environ.get("DATABASE_URL") or embedded.database_url(DATA))}
# What is prepared is planned once; what depends on its values is not prepared (casework/statements.py).
DATABASES["default"]["OPTIONS"].setdefault("options", "-c plan_cache_mode=force_generic_plan")
DATABASES["default"]["CONN_MAX_AGE"] = number("DATABASE_CONNECTION_SECONDS", 600)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DATABASE_APP_ROLE = os.environ.get("DATABASE_APP_ROLE") or embedded.APP_ROLE

# Counters of failed attempts must outlive Redis and be the same for every worker.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
    },
}

# Documents lie under their hash and are served only through a permission check, so there is no MEDIA_URL.
FILE_STORE = DATA / "files"
FILE_UPLOAD_TEMP_DIR = DATA / "incoming"
FILE_UPLOAD_TEMP_DIR.mkdir(parents=True, exist_ok=True, mode=0o700)
FILE_UPLOAD_PERMISSIONS = 0o600

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT") or BASE_DIR / "var" / "static")
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("govuk", BASE_DIR / "node_modules/govuk-frontend/dist/govuk"),
    ("moj", BASE_DIR / "node_modules/@ministryofjustice/frontend/moj"),
    ("htmx", BASE_DIR / "node_modules/htmx.org/dist"),
]
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("jpg", "jpeg", "png", "gif", "webp", "woff", "woff2", "gz", "br", "map")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": FILE_STORE}},
    "staticfiles": {"BACKEND": "config.staticfiles.StaticFilesStorage"},
}

# --- people signing in --------------------------------------------------------------------------

AUTH_USER_MODEL = "agencies.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "casework.sign_in.ByEMail",
    "guardian.backends.ObjectPermissionBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
SECOND_FACTOR_REQUIRED = flag("SECOND_FACTOR_REQUIRED", default=not DEMO)

ACCOUNT_ADAPTER = "agencies.sign_in.NobodySignsUp"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Chapter Eight"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS

ANONYMOUS_USER_NAME = None  # guardian: nobody is granted anything by not signing in

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours; a lock is a delay, never for good
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_FORM_FIELD = "login"
AXES_CLIENT_IP_CALLABLE = "config.middleware.client_address"
AXES_HANDLER = "axes.handlers.database.AxesDatabaseHandler"
AXES_LOCKOUT_TEMPLATE = "account/locked.html"
AXES_SENSITIVE_PARAMETERS = ["login", "password"]

# --- sessions and what browsers are told --------------------------------------------------------

MINUTE = 60
HOUR = 60 * MINUTE
SESSION_IDLE_SECONDS = number("SESSION_IDLE_MINUTES", 15 if PRODUCTION else 720) * MINUTE
SESSION_LONGEST_SECONDS = number("SESSION_LONGEST_HOURS", 12 if PRODUCTION else 168) * HOUR
SESSION_COOKIE_AGE = SESSION_IDLE_SECONDS
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_HTTPONLY = True

SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * HOUR if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
if HTTPS and TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}

# --- post ---------------------------------------------------------------------------------------

DEFAULT_FROM_EMAIL = os.environ.get("EMAIL_FROM") or f"chapter-eight@{urlsplit(SITE_URL).hostname or 'localhost'}"
SERVER_EMAIL = DEFAULT_FROM_EMAIL
if os.environ.get("EMAIL_URL"):
    globals().update(mail(os.environ["EMAIL_URL"]))
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA / "mail"

# --- the worker and the clock -------------------------------------------------------------------

CELERY_BROKER_URL = os.environ.get("REDIS_URL") or embedded.redis_url(DATA)
CELERY_TIMEZONE = TIME_ZONE
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = 10 * MINUTE
CELERY_TASK_SOFT_TIME_LIMIT = 9 * MINUTE
CELERY_TASK_PUBLISH_RETRY = False  # a wake-up that Redis does not take is made good by the next minute's
CELERY_WORKER_CONCURRENCY = number("WORKER_PROCESSES", 2)
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 400_000  # KiB; the next task gets a fresh process
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": HOUR, "socket_timeout": 5, "socket_connect_timeout": 2}
CELERY_BEAT_SCHEDULE = {
    "send what is in the outbox": {
        "task": "casework.tasks.send_notices",
        "schedule": crontab(),
        "options": {"expires": MINUTE},
    },
    "write the reminders that are due": {
        "task": "casework.tasks.write_reminders",
        "schedule": crontab(minute="0"),
        "options": {"expires": HOUR},
    },
    "read the files whose wake-up was lost": {
        "task": "chronology.tasks.read_waiting",
        "schedule": crontab(),
        "options": {"expires": MINUTE},
    },
    "make the chronologies on paper whose wake-up was lost": {
        "task": "chronology.tasks.print_waiting",
        "schedule": crontab(),
        "options": {"expires": MINUTE},
    },
    "compare the entries whose wake-up was lost": {
        "task": "chronology.tasks.analyse_waiting",
        "schedule": crontab(),
        "options": {"expires": MINUTE},
    },
    "make the papers whose wake-up was lost": {
        "task": "overview.tasks.render_waiting",
        "schedule": crontab(),
        "options": {"expires": MINUTE},
    },
}
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA / "beat-schedule")

# --- what the machine writes down ---------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "config.logs.JsonLine"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": os.environ.get("LOG_LEVEL", "INFO")},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
        "axes": {"level": "WARNING"},
        "celery.app.trace": {"level": "WARNING"},
        "celery.worker.strategy": {"level": "WARNING"},
        "fontTools": {"level": "ERROR"},
        "weasyprint": {"level": "ERROR"},
    },
}

if TESTING:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

if TESTING and not os.environ.get("CHAPTER8_SERVED"):
    STORAGES["staticfiles"] = {"BACKEND": "config.staticfiles.UncollectedFiles"}
    WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True

if PRODUCTION:
    safety.refuse_unsafe(globals(), os.environ)
