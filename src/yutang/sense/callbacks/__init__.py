"""The inbox: callbacks verified, decrypted, stored, answered; then handled in order."""
