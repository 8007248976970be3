"""Every table of the product, whichever module of this floor holds it, so that migrations can be compared with all."""

import importlib
import pkgutil

from sqlmodel import SQLModel

import models

for found in pkgutil.iter_modules(models.__path__, f"{models.__name__}."):
    importlib.import_module(found.name)
METADATA = SQLModel.metadata
