#include "feel/builtins_lists.h"

#include <algorithm>

#include "feel/builtin_arguments.h"

namespace feel {

namespace {

List list_of_items(Arguments items) {
    return List(items.begin(), items.end());
}

Answer bounded(List items) {
    return items.size() > items_max ? std::nullopt : Answer(std::move(items));
}

Answer contains(Arguments given) {
    const std::optional<Arguments> items = listed(given[0]);
    if (!items) {
        return std::nullopt;
    }
    return std::any_of(items->begin(), items->end(),
                       [&given](const Value& item) { return same_item(item, given[1]); });
}

Answer sublist(Arguments given) {
    const std::optional<Arguments> items = listed(given[0]);
    const std::optional<std::size_t> from =
        items ? index_of(given[1], items->size()) : std::nullopt;
    if (!from) {
        return std::nullopt;
    }
    if (given.size() < 3) {
        return list_of_items(items->subspan(*from));
    }
    const std::optional<std::int64_t> length = whole_part(given[2]);
    if (!length || *length < 1 || static_cast<std::uint64_t>(*length) > items->size() - *from) {
        return std::nullopt;
    }
    return list_of_items(items->subspan(*from, static_cast<std::size_t>(*length)));
}

Answer append(Arguments given) {
    const std::optional<Arguments> items = listed(given[0]);
    if (!items) {
        return std::nullopt;
    }
    List made = list_of_items(*items);
    made.insert(made.end(), given.begin() + 1, given.end());
    return bounded(std::move(made));
}

Answer concatenate(Arguments given) {
    List made;
    for (const Value& each : given) {
        const std::optional<Arguments> items = listed(each);
        if (!items || made.size() + items->size() > items_max) {
            return std::nullopt;
        }
        made.insert(made.end(), items->begin(), items->end());
    }
    return made;
}

Answer insert_before(Arguments given) {
    const std::optional<Arguments> items = listed(given[0]);
    const std::optional<std::size_t> at = items ? index_of(given[1], items->size()) : std::nullopt;
    if (!at) {
        return std::nullopt;
    }
    List made = list_of_items(*items);
    made.insert(made.begin() + static_cast<std::ptrdiff_t>(*at), given[2]);
    return bounded(std::move(made));
}

Answer remove(Arguments given) {
    const std::optional<Arguments> items = listed(given[0]);
    const std::optional<std::size_t> at = items ? index_of(given[1], items->size()) : std::nullopt;
    if (!at) {
        return std::nullopt;
    }
    List made = list_of_items(*items);
    made.erase(made.begin() + static_cast<std::ptrdiff_t>(*at));
    return made;
}

Answer replace_at(Arguments given) {
    const std::optional<Arguments> items = listed(given[0]);
    const std::optional<std::size_t> at = items ? index_of(given[1], items->size()) : std::nullopt;
    if (!at) {
        return std::nullopt;
    }
    List made = list_of_items(*items);
    made[*at] = given[2];
    return made;
}

Answer reverse(Arguments given) {
    const std::optional<Arguments> items = listed(given[0]);
    return items ? Answer(List(items->rbegin(), items->rend())) : std::nullopt;
}

Answer positions_of(Arguments given) {
    const std::optional<Arguments> items = listed(given[0]);
    if (!items) {
        return std::nullopt;
    }
    List found;
    for (std::size_t i = 0; i < items->size(); ++i) {
        if (same_item((*items)[i], given[1])) {
            found.emplace_back(Decimal(static_cast<std::int64_t>(i + 1)));
        }
    }
    return found;
}

bool holds(const List& items, const Value& item) {
    return std::any_of(items.begin(), items.end(),
                       [&item](const Value& each) { return same_item(each, item); });
}

// Every item once; each is compared with those before it.
std::optional<List> distinct(Arguments items, Work& work) {
    List found;
    for (const Value& item : items) {
        if (!work.spend(static_cast<std::int64_t>(found.size()))) {
            return std::nullopt;
        }
        if (!holds(found, item)) {
            found.push_back(item);
        }
    }
    return found;
}

Answer distinct_values(Arguments given, Work& work) {
    const std::optional<Arguments> items = listed(given[0]);
    std::optional<List> found = items ? distinct(*items, work) : std::nullopt;
    return found ? Answer(std::move(*found)) : std::nullopt;
}

Answer join(Arguments given, Work& work) {
    const Answer joined = concatenate(given);
    std::optional<List> found = joined ? distinct(*joined->list(), work) : std::nullopt;
    return found ? Answer(std::move(*found)) : std::nullopt;
}

Answer duplicate_values(Arguments given, Work& work) {
    const std::optional<Arguments> items = listed(given[0]);
    if (!items) {
        return std::nullopt;
    }
    List found;
    for (std::size_t i = 0; i < items->size(); ++i) {
        const Value& item = (*items)[i];
        if (!work.spend(static_cast<std::int64_t>(items->size()))) {
            return std::nullopt;
        }
        const auto later = items->subspan(i + 1);
        const bool again = std::any_of(later.begin(), later.end(), [&item](const Value& each) {
            return same_item(each, item);
        });
        if (again && !holds(found, item)) {
            found.push_back(item);
        }
    }
    return found;
}

bool flatten_into(Arguments items, List& made) {
    for (const Value& item : items) {
        if (item.list() != nullptr) {
            if (!flatten_into(*item.list(), made)) {
                return false;
            }
        } else if (made.size() >= items_max) {
            return false;
        } else {
            made.push_back(item);
        }
    }
    return true;
}

Answer flatten(Arguments given) {
    const std::optional<Arguments> items = listed(given[0]);
    List made;
    return items && flatten_into(*items, made) ? Answer(std::move(made)) : std::nullopt;
}

// Lists of at most given[1] items each.
Answer partition(Arguments given) {
    const std::optional<Arguments> items = listed(given[0]);
    const std::optional<std::int64_t> size = whole_part(given[1]);
    if (!items || !size || *size < 1) {
        return std::nullopt;
    }
    List parts;
    const auto step = std::min(static_cast<std::size_t>(*size), items->size());
    for (std::size_t from = 0; from < items->size(); from += step) {
        parts.emplace_back(
            list_of_items(items->subspan(from, std::min(step, items->size() - from))));
    }
    return parts;
}

}  // namespace

void add_list_builtins(std::vector<Builtin>& made) {
    using K = Type::Kind;
    add_builtin(made, "list contains", {"list", "element"}, {K::list, K::any}, K::boolean, contains)
        .in_profile = true;
    add_builtin(made, "sublist", {"list", "start position", "length"},
                {K::list, K::number, K::number}, K::list, sublist)
        .required = 2;
    add_builtin(made, "append", {"list", "item"}, {K::list, K::any}, K::list, append).takes_many =
        true;
    add_builtin(made, "concatenate", {"list"}, {K::list}, K::list, concatenate).takes_many = true;
    add_builtin(made, "insert before", {"list", "position", "newItem"},
                {K::list, K::number, K::any}, K::list, insert_before);
    add_builtin(made, "remove", {"list", "position"}, {K::list, K::number}, K::list, remove);
    add_builtin(made, "list replace", {"list", "position", "newItem"}, {K::list, K::number, K::any},
                K::list, replace_at);
    add_builtin(made, "reverse", {"list"}, {K::list}, K::list, reverse);
    add_builtin(made, "index of", {"list", "match"}, {K::list, K::any}, K::list, positions_of);
    add_builtin(made, "flatten", {"list"}, {K::list}, K::list, flatten);
    add_builtin(made, "partition", {"list", "size"}, {K::list, K::number}, K::list, partition);
    const auto add_counted = [&made](std::string_view name, Answer (*run)(Arguments),
                                     Answer (*counted)(Arguments, Work&)) -> Builtin& {
        Builtin& builtin = add_builtin(made, name, {"list"}, {K::list}, K::list, run);
        builtin.run_counted = counted;
        return builtin;
    };
    add_counted("distinct values", uncounted<distinct_values>, distinct_values);
    add_counted("duplicate values", uncounted<duplicate_values>, duplicate_values);
    add_counted("union", uncounted<join>, join).takes_many = true;
}

}  // namespace feel
