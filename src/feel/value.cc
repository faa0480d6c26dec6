#include "feel/value.h"

#include <algorithm>

#include "base/json.h"
#include "feel/duration.h"

namespace feel {

const Value* Context::find(std::string_view name) const {
    for (std::size_t i = 0; i < names->size(); ++i) {
        if ((*names)[i] == name) {
            return &values[i];
        }
    }
    return nullptr;
}

namespace {

constexpr std::size_t weight_most = std::size_t{1} << 40;
constexpr std::size_t letters_a_value = 16;

// What a list, context or range is held as: with the measures of all that stands in it.
template <typename Held>
struct Measured : Held {
    std::size_t weight = 1;
    std::size_t depth = 1;

    explicit Measured(Held held) : Held(std::move(held)) {}
    void take(const Value& inner) {
        weight = std::min(weight + inner.weight(), weight_most);
        depth = std::max(depth, inner.depth() + 1);
    }
};

std::shared_ptr<const List> measured(List items) {
    auto made = std::make_shared<Measured<List>>(std::move(items));
    for (const Value& item : *made) {
        made->take(item);
    }
    return made;
}

std::shared_ptr<const Context> measured(Context members) {
    auto made = std::make_shared<Measured<Context>>(std::move(members));
    for (const Value& member : made->values) {
        made->take(member);
    }
    return made;
}

std::shared_ptr<const Range> measured(Range range) {
    auto made = std::make_shared<Measured<Range>>(std::move(range));
    made->take(made->low);
    made->take(made->high);
    return made;
}

std::shared_ptr<const FunctionValue> measured(FunctionValue function) {
    auto made = std::make_shared<Measured<FunctionValue>>(std::move(function));
    for (const Value& captured : made->captured) {
        made->take(captured);
    }
    return made;
}

}  // namespace

Value::Value(List items) : held_(measured(std::move(items))) {}

Value::Value(Context members) : held_(measured(std::move(members))) {}

Value::Value(Range range) : held_(measured(std::move(range))) {}

Value::Value(FunctionValue function) : held_(measured(std::move(function))) {}

namespace {

// Gives what was measured; nullptr for a value in which nothing stands. Every list, context, range
// and function was made by measured().
template <typename Held>
const Measured<Held>* measures(const Held* held) {
    return static_cast<const Measured<Held>*>(held);
}

}  // namespace

std::size_t Value::weight() const {
    if (const auto* items = measures(list())) {
        return items->weight;
    }
    if (const auto* members = measures(context())) {
        return members->weight;
    }
    if (const auto* ends = measures(range())) {
        return ends->weight;
    }
    if (const auto* callee = measures(function())) {
        return callee->weight;
    }
    return string() == nullptr ? 1 : 1 + string()->size() / letters_a_value;
}

std::size_t Value::depth() const {
    if (const auto* items = measures(list())) {
        return items->depth;
    }
    if (const auto* members = measures(context())) {
        return members->depth;
    }
    if (const auto* ends = measures(range())) {
        return ends->depth;
    }
    const auto* callee = measures(function());
    return callee == nullptr ? 0 : callee->depth;
}

const List* Value::list() const {
    const auto* held = std::get_if<std::shared_ptr<const List>>(&held_);
    return held == nullptr ? nullptr : held->get();
}

const Context* Value::context() const {
    const auto* held = std::get_if<std::shared_ptr<const Context>>(&held_);
    return held == nullptr ? nullptr : held->get();
}

const Range* Value::range() const {
    const auto* held = std::get_if<std::shared_ptr<const Range>>(&held_);
    return held == nullptr ? nullptr : held->get();
}

const FunctionValue* Value::function() const {
    const auto* held = std::get_if<std::shared_ptr<const FunctionValue>>(&held_);
    return held == nullptr ? nullptr : held->get();
}

const Value* Value::member(std::string_view name) const {
    const Context* held = context();
    return held == nullptr ? nullptr : held->find(name);
}

namespace {

std::string list_text(const List& items) {
    std::string out = "[";
    for (const Value& item : items) {
        out += (out.size() == 1 ? "" : ", ") + item.to_text();
    }
    return out + "]";
}

std::string context_text(const Context& context) {
    std::string out = "{";
    for (std::size_t i = 0; i < context.values.size(); ++i) {
        out += (i == 0 ? "" : ", ") + (*context.names)[i] + ": " + context.values[i].to_text();
    }
    return out + "}";
}

std::string range_text(const Range& range) {
    switch (range.form) {
        case RangeForm::ends:
            break;
        case RangeForm::less:
            return "(< " + range.high.to_text() + ")";
        case RangeForm::less_equal:
            return "(<= " + range.high.to_text() + ")";
        case RangeForm::greater:
            return "(> " + range.low.to_text() + ")";
        case RangeForm::greater_equal:
            return "(>= " + range.low.to_text() + ")";
        case RangeForm::equal:
            return "(= " + range.low.to_text() + ")";
        case RangeForm::not_equal:
            return "(!= " + range.low.to_text() + ")";
    }
    return (range.low_included ? "[" : "(") + range.low.to_text() + ".." + range.high.to_text() +
           (range.high_included ? "]" : ")");
}

bool same_context(const Context& a, const Context& b) {
    if (a.values.size() != b.values.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.values.size(); ++i) {
        const Value* other = b.find((*a.names)[i]);
        if (other == nullptr || !(*other == a.values[i])) {
            return false;
        }
    }
    return true;
}

bool same_function(const FunctionValue& a, const FunctionValue& b) {
    return a.origin == b.origin && a.index == b.index && a.captured == b.captured;
}

}  // namespace

std::string Value::to_text() const {
    switch (kind()) {
        case Kind::null:
            return "not given";
        case Kind::boolean:
            return *boolean() ? "yes" : "no";
        case Kind::number:
            return number()->to_text();
        case Kind::string:
            return *string();
        case Kind::date:
            return date()->to_text();
        case Kind::time:
            return feel::to_text(*time());
        case Kind::date_time:
            return feel::to_text(*date_time());
        case Kind::days_duration:
            return feel::to_text(*days_duration());
        case Kind::months_duration:
            return feel::to_text(*months_duration());
        case Kind::list:
            return list_text(*list());
        case Kind::context:
            return context_text(*context());
        case Kind::range:
            return range_text(*range());
        case Kind::function:
            return "a function";
    }
    return "";
}

json::value Value::to_json() const {
    switch (kind()) {
        case Kind::null:
            return nullptr;
        case Kind::boolean:
            return *boolean();
        case Kind::list: {
            json::array items;
            for (const Value& item : *list()) {
                items.push_back(item.to_json());
            }
            return items;
        }
        case Kind::context: {
            json::object members;
            for (std::size_t i = 0; i < context()->values.size(); ++i) {
                members[(*context()->names)[i]] = context()->values[i].to_json();
            }
            return members;
        }
        case Kind::number:
        case Kind::string:
        case Kind::date:
        case Kind::time:
        case Kind::date_time:
        case Kind::days_duration:
        case Kind::months_duration:
        case Kind::range:
        case Kind::function:
            return json::string(to_text());
    }
    return nullptr;
}

bool operator==(const Value& a, const Value& b) {
    if (a.kind() != b.kind()) {
        return false;
    }
    switch (a.kind()) {
        case Kind::null:
            return true;
        case Kind::boolean:
            return *a.boolean() == *b.boolean();
        case Kind::number:
            return *a.number() == *b.number();
        case Kind::string:
            return *a.string() == *b.string();
        case Kind::date:
            return *a.date() == *b.date();
        case Kind::time:
            return *a.time() == *b.time();
        case Kind::date_time:
            return *a.date_time() == *b.date_time();
        case Kind::days_duration:
            return *a.days_duration() == *b.days_duration();
        case Kind::months_duration:
            return *a.months_duration() == *b.months_duration();
        case Kind::list:
            return *a.list() == *b.list();
        case Kind::context:
            return same_context(*a.context(), *b.context());
        case Kind::range:
            return a.range()->low == b.range()->low && a.range()->high == b.range()->high &&
                   a.range()->low_included == b.range()->low_included &&
                   a.range()->high_included == b.range()->high_included &&
                   a.range()->form == b.range()->form;
        case Kind::function:
            return same_function(*a.function(), *b.function());
    }
    return false;
}

Value make_context(const std::vector<std::pair<std::string, Value>>& members) {
    auto names = std::make_shared<Names>();
    Context context;
    for (const auto& [name, value] : members) {
        names->push_back(name);
        context.values.push_back(value);
    }
    context.names = std::move(names);
    return context;
}

std::string_view name_of(Kind kind) {
    switch (kind) {
        case Kind::null:
            return "null";
        case Kind::boolean:
            return "boolean";
        case Kind::number:
            return "number";
        case Kind::string:
            return "string";
        case Kind::date:
            return "date";
        case Kind::time:
            return "time";
        case Kind::date_time:
            return "date and time";
        case Kind::days_duration:
            return "days and time duration";
        case Kind::months_duration:
            return "years and months duration";
        case Kind::list:
            return "list";
        case Kind::context:
            return "context";
        case Kind::range:
            return "range";
        case Kind::function:
            return "function";
    }
    return "";
}

}  // namespace feel
