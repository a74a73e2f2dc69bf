"""What people allow and refuse; all of one handed out or erased."""
