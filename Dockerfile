# The bot alone; compose.yaml puts it together with PostgreSQL and a reverse proxy.
FROM python:3.12-slim

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 MPLCONFIGDIR=/tmp/matplotlib
RUN useradd --system --uid 10001 --no-create-home san-sang
WORKDIR /app
COPY requirements.lock .
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.lock
COPY LICENSE .
COPY models models
COPY services services
COPY handlers handlers
COPY migrations migrations
COPY bot bot
# Compiled once, so that no start need do it: it is back a second sooner.
RUN python -m compileall -q models services handlers migrations bot
USER san-sang
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
