"""A member's own pages: sign-in by WeCom, the customer of the chat, his day."""

from . import (
    acting,
    chats,
    customers,
    day,
    duty,
    notices,
    orders,
    rules,
    signing_in,
    targets,
    tasks,
    watching,
)

routers = (
    signing_in.router,
    customers.router,
    chats.router,
    orders.router,
    rules.router,
    acting.router,
    day.router,
    duty.router,
    tasks.router,
    targets.router,
    notices.router,
    watching.router,
)
