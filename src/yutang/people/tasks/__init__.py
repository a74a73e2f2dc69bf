"""What a member has to do, for whom, until when."""
