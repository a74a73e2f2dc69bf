from enum import StrEnum

class CheckKey(StrEnum):
    CALLBACK = "callback"
    CLOCK = "clock"
    CONTACTS = "contacts"
    CUSTOMER_CONTACT = "customer_contact"
    JS_SDK = "js_sdk"
    QUOTAS = "quotas"
    TOKEN = "token"
    TRUSTED_IP = "trusted_ip"
    VISIBLE_RANGE = "visible_range"

    def __str__(self) -> str:
        return str(self.value)
