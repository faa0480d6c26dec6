#include "feel/builtin_arguments.h"

#include "feel/operate.h"

namespace feel {

Builtin& add_builtin(std::vector<Builtin>& made, std::string_view name,
                     std::vector<std::string_view> parameters, std::vector<Type::Kind> kinds,
                     Type::Kind result, Answer (*run)(Arguments)) {
    Builtin builtin;
    builtin.name = name;
    builtin.required = parameters.size();
    builtin.parameters = std::move(parameters);
    builtin.kinds = std::move(kinds);
    builtin.result = result;
    builtin.run = run;
    made.push_back(std::move(builtin));
    return made.back();
}

Arguments items_of(Arguments given) {
    if (given.size() == 1 && given[0].list() != nullptr) {
        return *given[0].list();
    }
    return given;
}

std::optional<Arguments> listed(const Value& value) {
    if (value.is_null()) {
        return std::nullopt;
    }
    return value.list() == nullptr ? Arguments(&value, 1) : Arguments(*value.list());
}

std::optional<std::int64_t> whole_part(const Value& value) {
    static const Decimal bound(std::int64_t{1'000'000'000'000'000});
    if (value.number() == nullptr || value.number()->absolute() > bound) {
        return std::nullopt;
    }
    const std::optional<Decimal> whole = value.number()->rounded(0, Rounding::down);
    return whole ? whole->to_int64() : std::nullopt;
}

std::optional<std::size_t> index_of(const Value& position, std::size_t size) {
    const std::optional<std::int64_t> whole = whole_part(position);
    if (!whole) {
        return std::nullopt;
    }
    const auto count = static_cast<std::int64_t>(size);
    const std::int64_t from_one = *whole < 0 ? *whole + count + 1 : *whole;
    if (*whole == 0 || from_one < 1 || from_one > count) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(from_one - 1);
}

bool same_item(const Value& a, const Value& b) {
    return equal(a, b).value_or(false);
}

}  // namespace feel
