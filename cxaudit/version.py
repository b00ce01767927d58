"""The version of cxaudit, which every output names."""

VERSION = "0.1.0"
