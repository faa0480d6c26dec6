#include <gtest/gtest.h>

#include "feel/full_feel_for_tests.h"

namespace feel {
namespace {

TEST(ListBuiltins, count_positions_from_either_end) {
    EXPECT_EQ(says("sublist([4, 5, 6], 2)"), "[5, 6]");
    EXPECT_EQ(says("sublist([4, 5, 6], -2, 1)"), "[5]");
    EXPECT_EQ(says("sublist([4, 5, 6], 0)"), "null");
    EXPECT_EQ(says("sublist([4, 5, 6], 4)"), "null");
    EXPECT_EQ(says("sublist([4, 5, 6], 2, 3)"), "null");
    EXPECT_EQ(says("insert before([1, 3], 2, 2)"), "[1, 2, 3]");
    EXPECT_EQ(says("insert before([1, 3], -1, 2)"), "[1, 2, 3]");
    EXPECT_EQ(says("insert before([1, 3], 3, 2)"), "null");
    EXPECT_EQ(says("remove([1, 2, 3], 2)"), "[1, 3]");
    EXPECT_EQ(says("remove([1, 2, 3], -1)"), "[1, 2]");
    EXPECT_EQ(says("remove([1, 2, 3], 4)"), "null");
    EXPECT_EQ(says("list replace([2, 4, 7], 3, 6)"), "[2, 4, 6]");
    EXPECT_EQ(says("list replace([2, 4, 7], -3, 6)"), "[6, 4, 7]");
    EXPECT_EQ(says("list replace([2, 4, 7], 0, 6)"), "null");
}

TEST(ListBuiltins, sort_and_replace_by_a_function) {
    EXPECT_EQ(says("sort([3, 1, 4, 5, 2], function(x, y) x < y)"), "[1, 2, 3, 4, 5]");
    EXPECT_EQ(says("sort([\"b\", \"a\", \"c\"], function(x, y) x > y)"), "[\"c\", \"b\", \"a\"]");
    EXPECT_EQ(says("sort([{a: 2, b: 1}, {a: 1, b: 2}, {a: 2, b: 3}], function(x, y) x.a < y.a).b"),
              "[2, 1, 3]");
    EXPECT_EQ(says("sort(precedes: function(x, y) x < y, list: [2, 1])"), "[1, 2]");
    EXPECT_EQ(says("sort([1, \"a\"], function(x, y) x < y)"), "null");
    EXPECT_EQ(says("sort([2, 1], before)"), "[1, 2]");
    EXPECT_EQ(says("sort([], function(x, y) x < y)"), "[]");
    EXPECT_EQ(says("sort([2, 1], 1)"), "null");
    EXPECT_EQ(says("list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5)"),
              "[5, 5, 7, 8]");
    EXPECT_EQ(says("list replace(list: [1, 2], match: function(x, y) true, newItem: 3)"), "[3, 3]");
    EXPECT_EQ(says("list replace([1], function(x, y) \"yes\", 3)"), "null");
}

TEST(ListBuiltins, join_and_cut_lists) {
    EXPECT_EQ(says("append([1], 2, [3])"), "[1, 2, [3]]");
    EXPECT_EQ(says("append(1, 2)"), "[1, 2]");
    EXPECT_EQ(says("append(null, 2)"), "null");
    EXPECT_EQ(says("concatenate([1, 2], 3, [4])"), "[1, 2, 3, 4]");
    EXPECT_EQ(says("concatenate([1], null)"), "null");
    EXPECT_EQ(says("union([1, 2], [2, 3])"), "[1, 2, 3]");
    EXPECT_EQ(says("reverse([1, 2, 3])"), "[3, 2, 1]");
    EXPECT_EQ(says("flatten([[1, 2], [[3]], 4])"), "[1, 2, 3, 4]");
    EXPECT_EQ(says("partition([1, 2, 3], 2)"), "[[1, 2], [3]]");
    EXPECT_EQ(says("partition([1, 2, 3], 0)"), "null");
}

TEST(ListBuiltins, find_what_is_equal) {
    EXPECT_EQ(says("list contains([1, null], null)"), "true");
    EXPECT_EQ(says("list contains([1, \"1\"], \"1\")"), "true");
    EXPECT_EQ(says("list contains(null, 1)"), "null");
    EXPECT_EQ(says("index of([1, 2, 3, 2.0], 2)"), "[2, 4]");
    EXPECT_EQ(says("index of([], 2)"), "[]");
    EXPECT_EQ(says("distinct values([1, \"1\", 1.0, null, null, [1], [1]])"),
              "[1, \"1\", null, [1]]");
    EXPECT_EQ(says("duplicate values([1, 2, 3, 2, 1, 1])"), "[1, 2]");
}

TEST(ContextBuiltins, read_and_make_contexts) {
    EXPECT_EQ(says("get value({a: {b: 1}}, [\"a\", \"b\"])"), "1");
    EXPECT_EQ(says("get value({a: 1}, \"b\")"), "null");
    EXPECT_EQ(says("get value(m: {a: 1}, key: \"a\")"), "1");
    EXPECT_EQ(says("get entries({a: 1, b: 2})"),
              "[{key: \"a\", value: 1}, {key: \"b\", value: 2}]");
    EXPECT_EQ(says("context([{key: \"a\", value: 1}, {key: \"b\", value: null}])"),
              "{a: 1, b: null}");
    EXPECT_EQ(says("context([{key: \"a\", value: 1}, {key: \"a\", value: 2}])"), "null");
    EXPECT_EQ(says("context([{key: \"a\"}])"), "null");
    EXPECT_EQ(says("context({key: \"a\", value: 1})"), "{a: 1}");
}

TEST(ContextBuiltins, put_and_merge_members_where_they_stand) {
    EXPECT_EQ(says("context put({a: 1, b: 2}, \"a\", 3)"), "{a: 3, b: 2}");
    EXPECT_EQ(says("context put({a: 1}, \"b\", null)"), "{a: 1, b: null}");
    EXPECT_EQ(says("context put({x: 1, y: {a: 0}}, [\"y\", \"b\"], 2)"), "{x: 1, y: {a: 0, b: 2}}");
    EXPECT_EQ(says("context put(context: {y: {a: 0}}, keys: [\"y\", \"a\"], value: 2)"),
              "{y: {a: 2}}");
    EXPECT_EQ(says("context put({x: 1}, [\"x\", \"a\"], 2)"), "null");
    EXPECT_EQ(says("context put({x: 1}, [], 2)"), "null");
    EXPECT_EQ(says("context put({x: 1}, null, 2)"), "null");
    EXPECT_EQ(says("context put(context: {}, ky: \"a\", value: 1)"), "null");
    EXPECT_EQ(says("context merge([{a: 1, b: 2}, {b: 3, c: 4}])"), "{a: 1, b: 3, c: 4}");
    EXPECT_EQ(says("context merge([{a: 1}, null])"), "null");
    EXPECT_EQ(says("context merge([])"), "{}");
}

TEST(ContextBuiltins, is_asks_for_the_same_value_of_the_same_kind) {
    EXPECT_EQ(says("[is(1, 1.0), is(1, \"1\"), is(null, null), is([1], [1])]"),
              "[true, false, true, true]");
    EXPECT_EQ(says("is(value1: 1)"), "false");
    EXPECT_EQ(says("is(value1: 1, value3: 1)"), "null");
}

TEST(RangeBuiltins, compare_points_and_ranges_by_their_ends) {
    EXPECT_EQ(says("[before(1, 10), before(10, 1), before(1, \"a\")]"), "[true, false, null]");
    EXPECT_EQ(says("[before(1, [1..10]), before(1, (1..10]), before([1..10), 10)]"),
              "[false, true, true]");
    EXPECT_EQ(says("[before([1..10], [15..20]), before([1..10), [10..20])]"), "[true, true]");
    EXPECT_EQ(says("[after(10, 5), after(12, [2..12)), after([11..20], [1..11))]"),
              "[true, true, true]");
    EXPECT_EQ(says("[meets([1..5], [5..10]), meets([1..5), [5..10]), met by([5..10], [1..5])]"),
              "[true, false, true]");
    EXPECT_EQ(
        says("[overlaps([1..5], [3..8]), overlaps([1..5], (5..8]), overlaps([1..5], [5..8])]"),
        "[true, false, true]");
    EXPECT_EQ(says("[overlaps before([1..5], [3..8]), overlaps before([1..5], [1..5)), "
                   "overlaps before([1..5), (1..5])]"),
              "[true, false, true]");
    EXPECT_EQ(says("[overlaps after([3..8], [1..5]), overlaps after((1..8], [1..5])]"),
              "[true, true]");
    EXPECT_EQ(says("[finishes(5, [1..5]), finishes(5, [1..5)), finishes([3..5], [1..5]), "
                   "finished by([1..5], 5)]"),
              "[true, false, true, true]");
    EXPECT_EQ(says("[includes([1..10], 1), includes((1..10], 1), includes([1..10], [2..10))]"),
              "[true, false, true]");
    EXPECT_EQ(says("[during(5, [1..10]), during([1..10), [1..10)), during(range1: [2..3], range2: "
                   "[1..4])]"),
              "[true, true, true]");
    EXPECT_EQ(says("[starts(1, [1..10]), starts([1..5], [1..10]), started by([1..10], [1..5))]"),
              "[true, true, true]");
    EXPECT_EQ(says("[coincides(5, 5), coincides([1..5], [1..5]), coincides([1..5], [1..5))]"),
              "[true, true, false]");
    EXPECT_EQ(says("[meets(1, [1..2]), starts([1..2], 1), coincides(1, [1..1])]"),
              "[null, null, null]");
}

TEST(RangeBuiltins, take_an_open_end_for_one_beyond_every_value) {
    EXPECT_EQ(says("[before(1, (> 5)), before((< 5), 7), before(1, (< 5)), after((> 5), 3)]"),
              "[true, true, false, true]");
    EXPECT_EQ(says("[includes((>= 5), 5), includes((< 5), [1..2]), during([1..2], (> 1))]"),
              "[true, true, false]");
    EXPECT_EQ(says("[overlaps((> 5), (< 6)), meets((<= 5), [5..6]), coincides((> 1), (> 1))]"),
              "[true, true, true]");
}

TEST(RangeBuiltins, range_reads_ends_that_are_literals) {
    EXPECT_EQ(says("range(\"[18..21)\")"), "[18..21)");
    EXPECT_EQ(says("range(\"]1..2[\")"), "(1..2)");
    EXPECT_EQ(says("range(\"[-1.5..2]\")"), "[-1.5..2]");
    EXPECT_EQ(says("range(\"[\\\"a..\\\"..\\\"z\\\"]\")"), "[\"a..\"..\"z\"]");
    EXPECT_EQ(says("range(\"[2..1]\")"), "null");
    EXPECT_EQ(says("range(\"[1..\\\"a\\\"]\")"), "null");
    EXPECT_EQ(says("range(\"[1..x]\")"), "null");
    EXPECT_EQ(says("range(\"[1+1..3]\")"), "null");
    EXPECT_EQ(says("range(\"1..2\")"), "null");
    EXPECT_EQ(says("5 in range(\"(..10]\")"), "true");
    EXPECT_EQ(says("5 in range(\"[10..)\")"), "false");
    EXPECT_EQ(says("range(\"[..10]\")"), "null");
    EXPECT_EQ(says("range(\"\")"), "null");
    EXPECT_EQ(says("range(\"[..]\")"), "null");
    EXPECT_EQ(says("range(5)"), "null");
}

}  // namespace
}  // namespace feel
