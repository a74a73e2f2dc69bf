"""Refusals: an app's settings, menu and workbench."""

from wecom_emulator.errors import Refusal

INVALID_BUTTONS = Refusal(40016, "invalid button size")
INVALID_BUTTON_TYPE = Refusal(40017, "invalid button type")
BUTTON_NAME = Refusal(40018, "invalid button name size")
BUTTON_KEY = Refusal(40019, "invalid button key size")
BUTTON_URL = Refusal(40020, "invalid button url size")
SUB_BUTTONS = Refusal(40023, "invalid sub button size")
SUB_BUTTON_TYPE = Refusal(40024, "invalid sub button type")
SUB_BUTTON_NAME = Refusal(40025, "invalid sub button name size")
INVALID_AGENT = Refusal(40056, "invalid agentid")
INVALID_NAME = Refusal(45004, "description or name size out of limit")
NO_MENU = Refusal(46003, "menu not exist")
INVALID_DOMAIN = Refusal(85005, "domain is not owned")
INVALID_TEMPLATE = Refusal(94000, "invalid workbench template")
NO_TEMPLATE = Refusal(94001, "workbench template is not set")
FOREIGN_AGENT = Refusal(301002, "not allow operate another agent with this accesstoken")
