import gc

import pytest

from terminal import litter


@pytest.fixture(autouse=True)
def _searching_afterwards():
    yield
    gc.unfreeze()
    gc.enable()


def test_nothing_is_searched_while_a_process_starts():
    litter.put_off()
    assert not gc.isenabled()


def test_a_settled_process_searches_again_but_only_among_what_is_new():
    litter.put_off()
    before = gc.get_freeze_count()
    litter.settle()
    assert gc.isenabled()
    assert gc.get_freeze_count() > before
