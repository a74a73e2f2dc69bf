"""Who left: relations and persons lost, who deleted whom, who came back, and word of it."""
