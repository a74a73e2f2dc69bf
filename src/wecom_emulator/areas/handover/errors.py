"""Refusals: customers and groups handed to another member."""

from wecom_emulator.errors import Refusal

NOT_RESIGNED = Refusal(40097, "handover user has not resigned")
NOT_VERIFIED = Refusal(40098, "takeover user is not real-name verified")
TAKEOVER_FULL = Refusal(40099, "takeover user's customers reach the limit")
MOVED_OFTEN = Refusal(40128, "transferred too often in 90 days")
UNDER_WAY = Refusal(40129, "in transfer already")
SAME_MEMBER = Refusal(40130, "handover user is the takeover user")
NOT_FOLLOWER = Refusal(40131, "handover user does not follow the external contact")
NOT_ACTIVE = Refusal(41054, "user is not activated")
LEFT_LONG_AGO = Refusal(40205, "handover user resigned more than a year ago")
NOT_CUSTOMER_GROUP = Refusal(90501, "chat is not external group chat")
OWNER_WORKS_HERE = Refusal(90500, "the owner of this chat is not resigned")
OWNER_RESIGNED = Refusal(90502, "the owner of this chat is resigned")
GROUP_FULL = Refusal(90503, "chat is full of wechat members")
SAME_OWNER = Refusal(90504, "the owner of this chat is unchanged")
INHERITING = Refusal(90507, "the chat is being inherited")
INHERITED = Refusal(90508, "the chat is inherited already")
