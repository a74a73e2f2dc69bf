"""Rules of groups: what notice, names and nicknames shall be, what WeCom shows, who broke them."""
