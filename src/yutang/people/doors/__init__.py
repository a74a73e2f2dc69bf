"""Further doors of notices: mail to a person's own address, webhooks to the corp's own systems."""
