# One image for web, worker, beat and the one-shots: `docker compose build`; `make image` proves it.

FROM debian:bookworm-slim AS fandol
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
WORKDIR /fandol
RUN apt-get update \
 && apt-get download texlive-lang-chinese \
 && dpkg-deb --fsys-tarfile texlive-lang-chinese_*.deb \
  | tar --extract --wildcards --transform='s|.*/||' '*/FandolFang-Regular.otf' '*/FandolKai-Regular.otf' \
 && rm texlive-lang-chinese_*.deb

FROM debian:bookworm-slim AS ground
ENV LANG=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 \
    PATH=/app/.venv/bin:$PATH BUREAU_VAR=/var/lib/bureau HOME=/tmp
# The libraries and faces that `bureau/setup/needs.py` names; pg_dump for the backup.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install --yes --no-install-recommends \
    python3 postgresql-client \
    libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 libharfbuzz-bin \
    fonts-noto-cjk fonts-arphic-uming fonts-arphic-ukai fonts-liberation fonts-dejavu-core \
 && rm -rf /var/lib/apt/lists/*
COPY --from=fandol /fandol /usr/share/fonts/opentype/fandol
WORKDIR /app

FROM ground AS built
# Another package index, another authority: `--build-arg PIP_INDEX_URL=…`; the image does not remember them.
ARG PIP_INDEX_URL
ARG PIP_CERT
# hadolint ignore=DL3008
RUN apt-get update && apt-get install --yes --no-install-recommends python3-venv
COPY bureau/setup/requirements.txt .
RUN python3 -m venv .venv && pip install --no-cache-dir --require-hashes --requirement requirements.txt
COPY reports/__init__.py reports/
COPY bureau/press/typeset bureau/press/typeset
RUN python -m bureau.press.typeset.fonts "$BUREAU_VAR/fonts" "$BUREAU_VAR/fonts/lean"
COPY . .
RUN python -m compileall -q . \
 && BUREAU_ENV=production ALLOWED_HOSTS=none DATABASE_URL=postgres://none/none REDIS_URL=redis://none \
    SECRET_KEY=only-to-collect-static-files-while-building TIMELINE_KEY=only-to-collect-static-files-while-building VAULT_KEY=only-to-collect-static-files-while-building \
    python manage.py collectstatic --no-input
# Volumes take the owner of the folder they are laid over.
RUN mkdir -p "$BUREAU_VAR/files" "$BUREAU_VAR/backups" "$BUREAU_VAR/celery" \
 && chown -R 10001:10001 "$BUREAU_VAR"

FROM ground
RUN groupadd --gid 10001 bureau && useradd --uid 10001 --gid bureau --home-dir /tmp --no-create-home bureau
COPY --from=built /app /app
COPY --from=built --chown=10001:10001 /var/lib/bureau /var/lib/bureau
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["python", "bureau/setup/production/health.py", "web"]
CMD ["gunicorn", "bureau.wsgi", "--config", "bureau/setup/production/gunicorn.conf.py"]
