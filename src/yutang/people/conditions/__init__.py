"""The language of conditions: who is meant, as a closed tree that is said, compiled and tested."""
