"""The register of information systems in chat: lists, pages, whom to call, and changes by coordinators."""
