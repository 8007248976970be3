"""Lists of businesses that come in, and workbooks that go out."""
