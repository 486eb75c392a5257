"""What the speed is measured with is a document like any other."""

from appraisal.scoring import bench, score


def test_the_county_of_the_bench_is_scored_whole():
    scored = score(bench.document(units=7, indicators=8, groups=3))
    assert [one["missing"] for one in scored["subjects"]] == [[]] * 7
    assert all(one["total"] for one in scored["subjects"])
