"""Who works at the corp and where: staff and departments, mirrored from WeCom."""
