"""Alembic runs this; the connection comes from `sync.office.storage.migrate`."""

from alembic import context

from sync.office.storage.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
