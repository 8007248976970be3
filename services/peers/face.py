"""What the wing `peers` adds to the whole."""

from services.ground.faces import ServiceFace
from services.peers import kinds, register

FACE = ServiceFace("peers", kinds=kinds.KINDS, tidy=(register.forget_old,))
