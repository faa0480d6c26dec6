// Full FEEL from text to value, tolerantly: functions and closures, calls, types, filters, ranges,
// loops, names. What has no result is null, which is shown as "not given".

#include <gtest/gtest.h>

#include "feel/compile.h"
#include "feel/run.h"

namespace feel {
namespace {

// Runs a text among a few names.
class Full {
public:
    Full& name(const std::string& name, Value value, Type type = {}) {
        const std::uint32_t slot = compiler_.new_slot();
        scope_.bind(name, Binding{Binding::Kind::slot, slot, std::move(type)});
        values_.emplace_back(slot, std::move(value));
        return *this;
    }

    Full& type(const std::string& name, Type type) {
        types_->names.add(name);
        types_->types.emplace(name, std::move(type));
        compiler_.declare_types(types_);
        return *this;
    }

    Value run(std::string_view text) {
        return evaluate(compiler_.text(text, "test.dmn", scope_).value_or(Typed{}).node);
    }

    Value run_boxed(const Boxed& boxed) {
        return evaluate(compiler_.boxed(boxed, scope_, std::nullopt).value_or(Typed{}).node);
    }

    Value as(std::string_view text, const Type& type) {
        const Typed value = compiler_.text(text, "test.dmn", scope_).value_or(Typed{});
        return evaluate(compiler_.coerced(value, type).node);
    }

private:
    Value evaluate(NodeId node) {
        Run run(program_, Strictness::tolerant);
        for (const auto& [slot, value] : values_) {
            run.slot(slot) = value;
        }
        return run.evaluate(node);
    }

    Program program_;
    Compiler compiler_{program_, Language::full};
    Scope scope_;
    std::shared_ptr<NamedTypes> types_ = std::make_shared<NamedTypes>();
    std::vector<std::pair<std::uint32_t, Value>> values_;
};

std::string told(std::string_view text) {
    return Full().run(text).to_text();
}

struct Row {
    const char* text;
    const char* expected;
};

void expect_all(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        EXPECT_EQ(told(row.text), row.expected) << row.text;
    }
}

constexpr const char* null_text = "not given";

TEST(FullFeel, a_function_is_a_value_that_can_be_kept_passed_and_called) {
    expect_all({
        {"(function(a) a + 1)(2)", "3"},
        {"{f: function(a, b) a * b, r: f(3, 4)}.r", "12"},
        {"{f: function(a, b) a - b, r: f(b: 1, a: 10)}.r", "9"},
        {"{lib: {twice: function(n) n * 2}, r: lib.twice(4)}.r", "8"},
        {"[function(n) n + 1, function(n) n * 10][2](5)", "50"},
        {"{apply: function(f, n) f(n), r: apply(abs, -5)}.r", "5"},
        {"(function() \"x\")()", "x"},
        {"{f: function(a) if a > 0 then \"up\" else \"down\", r: f(-1)}.r", "down"},
    });
}

TEST(FullFeel, sorting_and_replacing_ask_the_function_they_are_given) {
    expect_all({
        {"sort([3, 1, 2], function(a, b) a < b)", "[1, 2, 3]"},
        {"sort(list: [1, 2], precedes: function(a, b) a > b)", "[2, 1]"},
        {"sort([{n: 1, k: 2}, {n: 2, k: 1}, {n: 3, k: 1}], function(a, b) a.k < b.k).n",
         "[2, 3, 1]"},
        {"count(sort(for i in 1..50 return i, function(a, b) true))", "50"},
        {"sort([2, 1], function(a, b) null)", null_text},
        {"sort([2, 1], function(a) true)", null_text},
        {"{s: sort, r: s([2, 1], function(a, b) a < b)}.r", "[1, 2]"},
        {"list replace([2, 4, 7], function(item, new) item < new, 5)", "[5, 5, 7]"},
        {"list replace([2, 4, 7], function(item, new) \"x\", 5)", null_text},
    });
}

TEST(FullFeel, a_closure_keeps_what_it_read_where_it_was_made) {
    expect_all({
        {"{add: function(a) function(b) a + b, two: add(2), ten: add(10), r: [two(1), ten(1)]}.r",
         "[3, 11]"},
        {"{f: function(b) function(c) function(d) b * c * d, r: f(2)(3)(4)}.r", "24"},
        {"{fs: for i in 1..3 return function(x) x * i, r: [fs[1](10), fs[3](10)]}.r", "[10, 30]"},
        {"{a: 1, f: function() a, g: function(a) f(), r: g(5)}.r", "1"},
        {"{n: 7, big: function(l) l[item > n], r: big([5, 8, 9])}.r", "[8, 9]"},
    });
}

TEST(FullFeel, a_function_may_run_inside_itself) {
    EXPECT_EQ(told("{f: function(me, n) if n < 2 then 1 else n * me(me, n - 1), r: f(f, 10)}.r"),
              "3628800");
    EXPECT_EQ(told("{f: function(me, n) if n = 0 then 0 else me(me, n - 1) + n, r: f(f, 50)}.r"),
              "1275");
}

TEST(FullFeel, a_function_that_never_ends_is_null_not_a_crash) {
    EXPECT_EQ(told("{f: function(me) me(me), r: f(f)}.r"), null_text);
    EXPECT_EQ(told("{f: function(me, n) 1 + me(me, [n]), r: f(f, 1)}.r"), null_text);
}

TEST(FullFeel, a_call_that_does_not_fit_is_null) {
    expect_all({
        {"(function(a) 1)()", null_text},
        {"(function(a) 1)(1, 2)", null_text},
        {"(function(a: number) a = null)(\"x\")", null_text},
        {"(function(a: number) a = null)(null)", "yes"},
        {"(function(a) 1)(b: 2)", null_text},
        {"{f: function(a, b) 1, r: f(a: 1, a: 2)}.r", null_text},
        {"{f: sqrt, r: f(1, 2)}.r", null_text},
        {"nobody(1)", null_text},
        {"\"abs\"(-1)", null_text},
        {"null()", null_text},
        {"123()", null_text},
        {"[nobody(1), 2]", "[not given, 2]"},
    });
}

TEST(FullFeel, parameters_take_one_for_a_list_of_one_and_back) {
    expect_all({
        {"(function(a: list<number>) a)(1)", "[1]"},
        {"(function(a: number) a + 1)([1])", "2"},
        {"(function(a: number) a)([1, 2])", null_text},
        {"(function(a: list<number>) a)([\"x\"])", null_text},
    });
}

TEST(FullFeel, instance_of_asks_for_kind_parts_and_signature) {
    expect_all({
        {"null instance of Any", "no"},
        {"null instance of Null", "yes"},
        {"1 instance of number", "yes"},
        {"1 instance of Any", "yes"},
        {"1 instance of list<number>", "no"},
        {"[1, null] instance of list<number>", "yes"},
        {"[1, \"a\"] instance of list<number>", "no"},
        {"{a: 1, b: 2} instance of context<a: number>", "yes"},
        {"{b: 2} instance of context<a: number>", "no"},
        {"{a: null} instance of context<a: string>", "yes"},
        {"[{a: {b: 1}}] instance of list<context<a: context<b: number>>>", "yes"},
        {"[1..10] instance of range<number>", "yes"},
        {"[\"a\"..\"b\"] instance of range<number>", "no"},
        {"(function(a: number) \"x\") instance of function<number>->string", "yes"},
        {"(function(a: number) \"x\") instance of function<number>->number", "no"},
        {"(function(a: number) \"x\") instance of function<string>->string", "no"},
        {"(function(a: number) \"x\") instance of function<>->Any", "no"},
        {"(function() 1) instance of function<>->Any", "yes"},
        {"@\"P1D\" instance of days and time duration", "yes"},
        {"@\"P1Y\" instance of days and time duration", "no"},
        {"date(\"2020-01-01\") instance of date", "yes"},
        {"1 instance of nothing known", null_text},
    });
    EXPECT_EQ(Full()
                  .type("t person", context_of({{"name", Type{Type::Kind::string}}}))
                  .run("{name: \"Ann\"} instance of t person")
                  .to_text(),
              "yes");
}

TEST(FullFeel, a_filter_takes_positions_conditions_and_members) {
    expect_all({
        {"[1, 2, 3][2]", "2"},
        {"[1, 2, 3][-1]", "3"},
        {"[1, 2, 3][4]", null_text},
        {"[][1]", null_text},
        {"[][item > 1]", "[]"},
        {"[1, 2, 3][item >= 2]", "[2, 3]"},
        {"[{x: 1}, {y: 2}][y > 1]", "[{y: 2}]"},
        {"[{item: 1}, {item: 2}][item >= 2]", "[{item: 2}]"},
        {"{x: 9, r: [{x: 1}, {y: 2}][x = 9]}.r", "[{y: 2}]"},
        {"[{a b: 1}, {a b: 2}][a b = 2].a b", "[2]"},
        {"[null, 1][item = null]", "[not given]"},
        {"\"foo\"[1]", "foo"},
        {"\"foo\"[item = \"bar\"]", "[]"},
        {"null[1]", null_text},
        {"[[1], [2, 3]][count(item) > 1]", "[[2, 3]]"},
        {"[{l: [1, 2]}, {l: [3]}][l[item > 2][1] = 3]", "[{l: [3]}]"},
    });
    EXPECT_EQ(Full()
                  .name("people", Value(List{make_context({{"age", Value(5)}}),
                                             make_context({{"age", Value(50)}})}))
                  .run("people[age > 18].age")
                  .to_text(),
              "[50]");
}

TEST(FullFeel, a_path_on_a_list_goes_to_each_item) {
    expect_all({
        {"[{a: {b: 1}}, {a: {b: 2}}].a.b", "[1, 2]"},
        {"[{a: 1}, {}].a", "[1, not given]"},
        {"{a: 1}.b", null_text},
    });
}

TEST(FullFeel, a_range_is_a_value_with_ends_and_properties) {
    expect_all({
        {"{r: [1..10), x: 10 in r}.x", "no"},
        {"5 in ]1..10[", "yes"},
        {"[1..10).end included", "no"},
        {"[1..10[.start included", "yes"},
        {"(< 10).end", "10"},
        {"(< 10).start", null_text},
        {"(>= 10).start included", "yes"},
        {"(< 10) = (< 10)", "yes"},
        {"(< 10) = (null..10)", "no"},
        {"(= 10) = [10..10]", "no"},
        {"[1..10] = [1..10]", "yes"},
        {"(1..10] = ]1..10]", "yes"},
        {"5 in (null..10]", null_text},
        {"[1..\"a\"]", null_text},
        {"1 in [[2..4], [1..3]]", "yes"},
        {"5 in [(< 3), (> 4)]", "yes"},
        {"{test: (> 3), r: 4 in test}.r", "yes"},
    });
}

TEST(FullFeel, in_meets_values_lists_ranges_and_tests) {
    expect_all({
        {"1 in (1, < 5)", "yes"},
        {"10 in =10", "yes"},
        {"10 in (!=10)", "no"},
        {"[1, 2] in [[1, 2], [3]]", "yes"},
        {"[1, 2] in [1, 2]", "yes"},
        {"[1, 2] in ([[1, 3]], [[1, 2]])", "yes"},
        {"{a: 1} in [{a: 2}, {a: 1}]", "yes"},
        {"true in [false, 2]", "no"},
        {"5 in (? > 4)", "yes"},
        {"null in [1..3]", null_text},
        {"2 between null and 10", null_text},
    });
}

TEST(FullFeel, loops_go_over_lists_spans_and_ranges_and_see_their_own_results) {
    expect_all({
        {"for i in 4..2 return i", "[4, 3, 2]"},
        {"for i in [1..3) return i", "[1, 2]"},
        {"for i in [2..1] return i", null_text},
        {"for i in \"a\"..\"c\" return i", null_text},
        {"for i in 0..4 return if i = 0 then 1 else i * partial[-1]", "[1, 1, 2, 6, 24]"},
        {"for x in [[1, 2], [3]], y in x return y", "[1, 2, 3]"},
        {"for d in @\"2020-02-28\"..@\"2020-03-01\" return d.day", "[28, 29, 1]"},
        {"for the item in [1, 2] return the item + 1", "[2, 3]"},
        {"some x in [1, 2], y in [2, 3] satisfies x > y", "no"},
        {"every x in [] satisfies false", "yes"},
        {"some x in [1, 2] satisfies \"text\"", null_text},
        {"some x in [null, 2] satisfies x > 1", "yes"},
        {"1 + for i in [1] return i", null_text},
        {"sum(for i in 1..3 return i)", "6"},
    });
}

TEST(FullFeel, names_hold_spaces_marks_and_keywords) {
    EXPECT_EQ(Full().name("date and place", Value(1)).run("date and place + 1").to_text(), "2");
    EXPECT_EQ(Full().name("a+b", Value(1)).run("a+b + 1").to_text(), "2");
    EXPECT_EQ(Full().name("a+b", Value(1)).run("a + b").to_text(), "1");
    EXPECT_EQ(Full().name("in1", Value(1)).run("in1 * 2").to_text(), "2");
    EXPECT_EQ(Full().name("Pre-bureau risk", Value("LOW")).run("Pre-bureau risk").to_text(), "LOW");
    expect_all({
        {"{first name: \"Ann\"}.first name", "Ann"},
        {"{\"first name\": \"Ann\", n: first name}.n", "Ann"},
        {"{a/b: 2, r: a/b * 2}.r", "4"},
        {"{\u00e9t\u00e9: 1}.\u00e9t\u00e9", "1"},
        {"unknown thing", null_text},
        {"1\u2003+\u00a01", "2"},
    });
}

TEST(FullFeel, strings_know_escapes_of_every_plane) {
    expect_all({
        {R"("\u0041\n" = "A
")",
         "yes"},
        {R"(string length("\U01F40E"))", "1"},
        {R"("\ud83d\udc0e" = "\U01F40E")", "yes"},
    });
}

TEST(FullFeel, a_context_with_a_name_twice_is_null) {
    EXPECT_EQ(told("{a: 1, a: 2}"), null_text);
}

TEST(FullFeel, external_functions_are_bound_to_code_of_our_own) {
    expect_all({
        {"(function(a, b) external {java: {class: \"java.lang.Math\", "
         "method signature: \"max(double, double)\"}})(3, 4)",
         "4"},
        {"(function(s, x) external {java: {class: \"java.lang.String\", method signature: "
         "\"format( java.lang.String, [Ljava.lang.Object; )\"}})(\"%s is %.2f\", [\"it\", 2.345])",
         "it is 2.35"},
        {"(function(s) external {java: {class: \"java.lang.Byte\", "
         "method signature: \"valueOf(java.lang.String)\"}})(\"128\")",
         null_text},
        {"(function(a) external {java: {class: \"java.lang.Runtime\", "
         "method signature: \"exec(java.lang.String)\"}})(\"ls\")",
         null_text},
    });
}

TEST(FullFeel, a_declared_type_converts_or_gives_null) {
    const Type number{Type::Kind::number};
    Type small = number;
    small.allowed = std::make_shared<const std::string>("[0..9]");
    Type pair = list_of(number);
    pair.constraint = std::make_shared<const std::string>("count(?) = 2");
    EXPECT_EQ(Full().as("\"x\"", number).to_text(), null_text);
    EXPECT_EQ(Full().as("[5]", number).to_text(), "5");
    EXPECT_EQ(Full().as("5", list_of(number)).to_text(), "[5]");
    EXPECT_EQ(Full().as("5", small).to_text(), "5");
    EXPECT_EQ(Full().as("10", small).to_text(), null_text);
    EXPECT_EQ(Full().as("[1, 2]", pair).to_text(), "[1, 2]");
    EXPECT_EQ(Full().as("[1]", pair).to_text(), null_text);
    EXPECT_EQ(Full().as("[1, 10]", list_of(small)).to_text(), null_text);
}

Boxed literal(const std::string& text) {
    Boxed made;
    made.text = text;
    return made;
}

Boxed parts(Boxed::Kind kind, const std::vector<std::string>& texts) {
    Boxed made;
    made.kind = kind;
    made.text = "x";
    for (const std::string& text : texts) {
        made.entries.push_back(BoxedEntry{"", literal(text)});
    }
    return made;
}

TEST(FullFeel, boxed_conditionals_loops_and_filters_say_what_their_texts_say) {
    using K = Boxed::Kind;
    EXPECT_EQ(Full().run_boxed(parts(K::conditional, {"null", "1", "2"})).to_text(), "2");
    EXPECT_EQ(Full().run_boxed(parts(K::conditional, {"\"x\"", "1", "2"})).to_text(), null_text);
    EXPECT_EQ(Full().run_boxed(parts(K::for_each, {"[1, 2]", "x + count(partial)"})).to_text(),
              "[1, 3]");
    EXPECT_EQ(Full().run_boxed(parts(K::some, {"[1, 2]", "x > 1"})).to_text(), "yes");
    EXPECT_EQ(Full().run_boxed(parts(K::every, {"[1, 2]", "x > 1"})).to_text(), "no");
    EXPECT_EQ(Full().run_boxed(parts(K::filter, {"[{a: 1}, {a: 2}]", "a > 1"})).to_text(),
              "[{a: 2}]");
    Boxed function = parts(K::function, {"n * 2"});
    function.parameters = {{"n", Type{Type::Kind::number}}};
    Boxed context;
    context.kind = K::context;
    context.entries = {BoxedEntry{"twice", function}, BoxedEntry{"", literal("twice(4)")}};
    EXPECT_EQ(Full().run_boxed(context).to_text(), "8");
    context.entries[1].value = parts(K::invocation, {"5"});
    context.entries[1].value.text = "twice";
    context.entries[1].value.entries[0].name = "n";
    EXPECT_EQ(Full().run_boxed(context).to_text(), "10");
}

}  // namespace
}  // namespace feel
