"""Page codes: our page recognises who came and shows the one member that the rule picks."""
