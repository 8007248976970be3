"""The roster in chat: searched, looked at, passed on."""
