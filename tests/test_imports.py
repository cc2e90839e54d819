"""`import kehoach` is light, and its public names exist."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import kehoach

LIGHT = {"kehoach", "attr", "attrs"}
SHOW_LOADED = """
import json, sys
before = set(sys.modules)
import kehoach
print(json.dumps(sorted(set(sys.modules) - before)))
"""


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """Every module that a bare `import kehoach` loads."""
    done = subprocess.run(
        [sys.executable, "-c", SHOW_LOADED], capture_output=True, check=True, text=True
    )
    return set(json.loads(done.stdout))


def test_importing_kehoach_loads_no_third_party_but_attrs(loaded):
    roots = {name.split(".")[0] for name in loaded}

    assert roots - sys.stdlib_module_names - LIGHT == set()


def test_importing_kehoach_loads_none_of_its_own_rooms(loaded):
    assert {name for name in loaded if name.split(".")[0] == "kehoach"} == {"kehoach"}


@pytest.mark.parametrize("name", kehoach.__all__)
def test_a_public_name_resolves(name):
    assert getattr(kehoach, name) is not None


def test_the_public_face_is_one_page():
    assert len(set(kehoach.__all__)) == len(kehoach.__all__)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = kehoach.no_such_name
