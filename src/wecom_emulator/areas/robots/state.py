"""What is kept: robots of group chats."""
