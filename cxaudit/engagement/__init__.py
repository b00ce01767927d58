"""The engagement file `cxaudit.yaml`: a consultant's settings and corrections, kept beside the workbooks."""
