"""Modules that assert for the tests say what differed, as tests do."""

import pytest

pytest.register_assert_rewrite("tests.proof.stranger")
