"""How a client's file becomes sheets of text: found, opened, recognised, read apart under limits."""
