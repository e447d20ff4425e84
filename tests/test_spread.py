"""Work on several cores: in order, and nothing is lost without a word."""

import os
from functools import partial
from operator import floordiv

import pytest

from factcheck.pipeline.spread import WorkerLostError, spread

SHARING = pytest.mark.parametrize("sharing", [False, True])


@SHARING
def test_what_a_worker_raises_is_raised_here(sharing):
    with pytest.raises(ZeroDivisionError):
        list(spread(partial(floordiv, 1), [1, 0, 1], 2, sharing=sharing))


@SHARING
@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_order(jobs, sharing):
    numbers = range(50)
    assert list(spread(partial(pow, 2), numbers, jobs, sharing=sharing)) == [2**number for number in numbers]


@SHARING
def test_a_process_that_ends_itself_is_noticed(sharing):
    with pytest.raises(WorkerLostError):
        list(spread(os._exit, [0, 0, 0], 2, sharing=sharing))


def test_batches_are_taken_as_they_are_needed():
    taken = []

    def batches():
        for number in range(1000):
            taken.append(number)
            yield number

    results = spread(abs, batches(), 2)
    assert next(results) == 0
    assert len(taken) < 20
    results.close()
