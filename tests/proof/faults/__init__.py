"""Client, gateway and deeds keep their promises whatever breaks."""
