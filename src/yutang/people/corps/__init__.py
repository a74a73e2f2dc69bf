"""The tenant: a corp, its WeCom apps and the way to call WeCom as one of them."""
