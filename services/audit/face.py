"""What the wing `audit` adds to the whole."""

from services.audit import chain, retention
from services.ground.faces import Due, ServiceFace

FACE = ServiceFace("audit", due=(Due(chain.seal_new),), tidy=(retention.forget_old,))
