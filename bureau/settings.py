"""Settings, all read from the environment.

With no environment at all this is a development set-up on the database that `make run` keeps under
`var/`. `BUREAU_ENV=production` refuses to start on any default that would be unsafe there.
"""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from kombu import Queue

from bureau.timetable import TIMETABLE

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(environ.Env()("BUREAU_VAR", default=str(BASE_DIR / "var")))

env = environ.Env()
PRODUCTION = env("BUREAU_ENV", default="development") == "production"


def secret(name: str, development: str, needed: bool = True) -> str:
    """A value that has a default in development only; production must name it if it is `needed`.

    `NAME_FILE` may point to a file holding the value (container secrets)."""
    file = env(f"{name}_FILE", default="")
    value = Path(file).read_text().strip() if file else env(name, default="")
    if value:
        return value
    if PRODUCTION and needed:
        raise ImproperlyConfigured(f"生产环境必须设置环境变量 {name}（或 {name}_FILE）。")
    return development


def key(name: str, development: str) -> str:
    """A secret that signs or encrypts: in production long enough not to be guessed."""
    value = secret(name, development)
    if PRODUCTION and len(value) < 32:
        raise ImproperlyConfigured(f"{name} 太短：生产环境至少32个字符，可用 make secrets 生成。")
    return value


def embedded_database_url() -> str:
    """The address that the embedded server wrote down when it started."""
    written = VAR_DIR / "run" / "database-url"
    return written.read_text().strip() if written.exists() else "postgres://bureau@127.0.0.1:5432/bureau"


# --- who we are -----------------------------------------------------------------------------------
VERSION = "0.1.0"
BUREAU_NAME = env("BUREAU_NAME", default="中共桃溪县委 桃溪县人民政府督查局")
COUNTY_NAME = env("COUNTY_NAME", default="桃溪县")
NUMBER_MARK = env("NUMBER_MARK", default="桃督")  # 机关代字: 桃督〔2026〕12号
PLATES = {  # 牌子: the bureau itself and the five offices it was merged from, as bulletins and letters name them
    "bureau": {"organ": BUREAU_NAME, "mark": NUMBER_MARK},
    "committee": {"organ": f"中共{COUNTY_NAME}委员会督查室", "mark": f"{NUMBER_MARK}委"},
    "government": {"organ": f"{COUNTY_NAME}人民政府督查室", "mark": f"{NUMBER_MARK}政"},
    "environment": {"organ": f"{COUNTY_NAME}优化经济发展环境办公室", "mark": f"{NUMBER_MARK}优"},
    "accountability": {
        "organ": f"{COUNTY_NAME}有错无为问责办公室",
        "mark": f"{NUMBER_MARK.removesuffix('督')}问",
    },
    "appraisal": {"organ": f"{COUNTY_NAME}绩效考核办公室", "mark": f"{NUMBER_MARK}考"},
}

# --- safety ---------------------------------------------------------------------------------------
DEBUG = env.bool("DEBUG", default=False) and not PRODUCTION
SECRET_KEY = key("SECRET_KEY", "insecure-development-key-never-used-in-production-0123456789")
TIMELINE_KEY = key("TIMELINE_KEY", "insecure-development-timeline-key")
VAULT_KEY = key("VAULT_KEY", "insecure-development-vault-key")
VAULT_KEYS_BEFORE = secret("VAULT_KEYS_BEFORE", "", needed=False).split()  # until rotate_vault has been run
ALLOWED_HOSTS = secret("ALLOWED_HOSTS", "*").split(",")
if PRODUCTION and "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("生产环境的 ALLOWED_HOSTS 要写明网址的主机名，不能是 *。")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
PROXY_COUNT = env.int("PROXY_COUNT", default=1 if PRODUCTION else 0)  # of our own, in front of us
HTTPS = env.bool("HTTPS", default=PRODUCTION)
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_ENGINE = "bureau.org.sessions"
SESSION_COOKIE_AGE = 8 * 3600 + 60  # eight hours from the last click (`bureau.org.middleware.StillHere`)
SESSION_LASTS = 24 * 3600  # seconds from the login, however much one clicks
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "bureau.pages.stale.refused"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# --- the house ------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "bureau.pages.apps.StaticConfig",
    "django.contrib.postgres",
    "django.contrib.admin.apps.SimpleAdminConfig",
    "django.forms",
    "django_filters",
    "django_tables2",
    "django_htmx",
    "guardian",
    "axes",
    "csp",
    "bureau.org",
    "bureau.jobs",
    "bureau.pages",
    "bureau.matters",
    "bureau.manual",
    "bureau.vault",
    "bureau.notices",
    "bureau.urging",
    "bureau.cadres",
    "bureau.desk",
    "directives",
    "directives.inspections",
    "directives.suggestions",
    "instructions",
    "complaints",
    "accountability",
    "appraisal",
    "appraisal.ballots",
    "appraisal.cadres",
    "reports",
    "bureau.leading",
    "bureau.interface",
    "bureau.ops",
    "bureau.demo",
]
MIDDLEWARE = [
    "bureau.ops.logs.access.Access",
    "bureau.ops.middleware.Metrics",
    "bureau.org.middleware.Pulse",
    "bureau.org.middleware.Whence",
    "bureau.pages.packing.Packed",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "bureau.org.middleware.NothingStays",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "bureau.org.middleware.LoginsEnd",
    "bureau.pages.middleware.NothingTypedIsLost",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "bureau.org.middleware.StillHere",
    "bureau.org.calendar.OneCalendar",
    "bureau.matters.access.rights.WithRights",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "bureau.notices.reading.ReadWithTheMatter",
    "bureau.org.middleware.FirstThingsFirst",
    "bureau.org.watching.Watched",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "bureau.urls"
WSGI_APPLICATION = "bureau.wsgi.application"
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
                "bureau.desk.context.frame",
                "bureau.demo.context.ribbon",
            ],
            "builtins": ["django.templatetags.static", "bureau.pages.templatetags.look"],
        },
    }
]
FORM_RENDERER = "bureau.pages.widgets.Drawn"
DJANGO_TABLES2_TEMPLATE = "parts/table.html"

# --- people ---------------------------------------------------------------------------------------
AUTH_USER_MODEL = "org.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "bureau.org.backend.PersonBackend",
    "bureau.matters.access.grants.GrantBackend",
]
PASSWORDS = {  # `days` 0: a password has no end
    "length": env.int("PASSWORD_LENGTH", default=10),
    "kinds": env.int("PASSWORD_KINDS", default=3),
    "history": env.int("PASSWORD_HISTORY", default=5),
    "days": env.int("PASSWORD_DAYS", default=90 if PRODUCTION else 0),
}
if not (8 <= PASSWORDS["length"] <= 64 and 1 <= PASSWORDS["kinds"] <= 4):
    raise ImproperlyConfigured("PASSWORD_LENGTH 应为8至64，PASSWORD_KINDS 应为1至4。")
if min(PASSWORDS["history"], PASSWORDS["days"]) < 0:
    raise ImproperlyConfigured("PASSWORD_HISTORY、PASSWORD_DAYS 不能小于0；0 是不限。")
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": PASSWORDS["length"]},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "bureau.org.passwords.SeveralKinds", "OPTIONS": {"least": PASSWORDS["kinds"]}},
    {"NAME": "bureau.org.passwords.NotUsedBefore", "OPTIONS": {"times": PASSWORDS["history"]}},
    {"NAME": "bureau.org.passwords.NotKnown", "OPTIONS": {"known": ("taoxi-2026",)}},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = "/"
ANONYMOUS_USER_NAME = None  # guardian keeps no anonymous row
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "registration/lockout.html"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_HTTP_RESPONSE_CODE = 429
if PROXY_COUNT:  # ipware does not count the proxy that speaks to us: the last address is what that one saw
    AXES_IPWARE_PROXY_COUNT = PROXY_COUNT - 1
    AXES_IPWARE_META_PRECEDENCE_ORDER = ["HTTP_X_FORWARDED_FOR", "REMOTE_ADDR"]

# --- data -----------------------------------------------------------------------------------------
DATABASE_URL = secret("DATABASE_URL", embedded_database_url())
DATABASES = {"default": env.db_url_config(DATABASE_URL)}
DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True, "ATOMIC_REQUESTS": False}
# Conditions on what one may see are long and quickly answered: to compile them takes a server seconds, to run them moments.
DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
# Logins of the same database: whoever owns the tables (`migrate`, `restore`), reads figures, makes backups.
DATABASE_OWNER_URL = secret("DATABASE_OWNER_URL", "", needed=False)
DATABASE_REPORT_URL = secret("DATABASE_REPORT_URL", "", needed=False)
DATABASE_BACKUP_URL = secret("DATABASE_BACKUP_URL", "", needed=False)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FILES_ROOT = VAR_DIR / "files"  # outside the web root: served only through a matter's visibility
FILE_SIZE_LIMIT = env.int("FILE_SIZE_LIMIT", default=30 * 1024 * 1024)  # bytes, one attachment
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "bureau.files.arriving.ToDisk",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 32 * 1024 * 1024  # 2,000 items with their passages, files not counted
DATA_UPLOAD_MAX_NUMBER_FIELDS = 40_000  # a preview of 2,000 items has 10 fields each
EXPORT_ASKS = env.int("EXPORT_ASKS", default=500)  # an export of more rows is asked what it is for
SYSLOG = env("SYSLOG", default="")  # host:port, to which audit lines go, too
PUBLIC_COMPLAINTS = env.bool("PUBLIC_COMPLAINTS", default=False)  # 网上投诉, for who has no account
FONTS_DIR = VAR_DIR / "fonts"

# --- upkeep ---------------------------------------------------------------------------------------
BACKUP_DIR = (
    Path(env("BACKUP_DIR", default="")) if env("BACKUP_DIR", default="") else None
)  # of the nightly one
BACKUP_KEEP = env.int("BACKUP_KEEP", default=14)  # archives left there
METRICS_TOKEN = secret(
    "METRICS_TOKEN", "", needed=False
)  # whoever bears it reads /metrics; none: no such page
TLS_CERTIFICATE = env("TLS_CERTIFICATE", default="")  # the file whose end is watched

# --- language and time ----------------------------------------------------------------------------
LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = "bureau.formats"

# --- static files ---------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "bureau.pages.bundles.BundleFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
HASHED = env.bool("STATIC_HASHED", default=PRODUCTION)  # where they are collected before the house opens
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": FILES_ROOT},
    },
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if HASHED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not PRODUCTION

# --- out of the house: a channel without an address stands still -------------------------------------
SITE_URL = env("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")  # what links in messages begin with
EMAIL_URL = secret("EMAIL_URL", "", needed=False)  # smtp+tls://user:password@host:587
MAIL_FROM = env("MAIL_FROM", default="duchaju@localhost")
NOTICE_GATEWAY_URL = env("NOTICE_GATEWAY_URL", default="")
NOTICE_GATEWAY_KEY = secret("NOTICE_GATEWAY_KEY", "", needed=bool(NOTICE_GATEWAY_URL))
if PRODUCTION and NOTICE_GATEWAY_URL and not NOTICE_GATEWAY_URL.startswith("https://"):
    raise ImproperlyConfigured("NOTICE_GATEWAY_URL 必须以 https:// 开头。")

# --- the bell: Redis where there is one, else a folder --------------------------------------------
REDIS_URL = secret("REDIS_URL", "")
CELERY_FOLDER = VAR_DIR / "celery"
CELERY_BROKER_URL = REDIS_URL or "filesystem://"
if not REDIS_URL:
    for _folder in ("queue", "done"):
        (CELERY_FOLDER / _folder).mkdir(parents=True, exist_ok=True)
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(CELERY_FOLDER / "queue"),
        "data_folder_out": str(CELERY_FOLDER / "queue"),
        "processed_folder": str(CELERY_FOLDER / "done"),
        "store_processed": False,
        "control_folder": str(CELERY_FOLDER / "control"),
    }
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_TIME_LIMIT = 300
CELERY_TIMEZONE = TIME_ZONE
# Two queues, so that an hour's export never keeps the clock waiting. A worker that is told nothing hears both.
QUEUES = ("celery", "long")
CELERY_TASK_QUEUES = [Queue(name) for name in QUEUES]
CELERY_TASK_ROUTES = {
    name: {"queue": "long"}
    for name in ("bureau.jobs.tasks.run", "bureau.ops.tasks.back_up", "bureau.ops.tasks.walk_on")
}
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "celery" / "beat-schedule")
CELERY_BEAT_SCHEDULE = TIMETABLE
CACHES = {  # of each process: pages open while Redis is away
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}

# --- what the house says of itself: one JSON object a line in production ------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {"()": "bureau.ops.logs.lines.Json"},
        "plain": {"()": "bureau.ops.logs.lines.Plain"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": env("LOG_FORMAT", default="json" if PRODUCTION else "plain"),
        }
    },
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="INFO")},
    "loggers": {
        "django": {"level": "INFO"},  # and no letter to the administrators
        "django.request": {"level": "ERROR"},  # the line per request says the rest
        "django.security.csrf": {"level": "ERROR"},  # quotes the address one came from
        "gunicorn.error": {"handlers": ["console"], "propagate": False},
        "weasyprint.progress": {"level": "WARNING"},
        "fontTools": {"level": "WARNING"},
        "axes": {"level": "ERROR"},  # else it names accounts
    },
}
if SYSLOG:
    _host, _, _port = SYSLOG.rpartition(":")
    if not (_host and _port.isdecimal()):
        raise ImproperlyConfigured("SYSLOG 要写成 主机:端口，如 10.1.2.3:514。")
    LOGGING["handlers"]["syslog"] = {
        "class": "logging.handlers.SysLogHandler",
        "address": (_host, int(_port)),
        "facility": "authpriv",
    }
    LOGGING["loggers"]["bureau.audit"] = {"handlers": ["syslog"], "level": "INFO", "propagate": False}
else:
    LOGGING["loggers"]["bureau.audit"] = {"level": "WARNING"}  # the table has them
SILENCED_SYSTEM_CHECKS = ["guardian.W001"]
