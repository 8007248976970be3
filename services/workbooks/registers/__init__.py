"""Registers beside the roster that come in and go out as workbooks: that of the information systems."""
