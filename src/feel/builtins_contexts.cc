#include "feel/builtins_contexts.h"

#include <string>
#include <utility>

#include "feel/builtin_arguments.h"

namespace feel {

namespace {

using Members = std::vector<std::pair<std::string, Value>>;

Members members_of(const Context& context) {
    Members members;
    for (std::size_t i = 0; i < context.values.size(); ++i) {
        members.emplace_back((*context.names)[i], context.values[i]);
    }
    return members;
}

// Sets a member where it stands, or as the last.
void put(Members& members, const std::string& name, Value value) {
    for (auto& [known, old] : members) {
        if (known == name) {
            old = std::move(value);
            return;
        }
    }
    members.emplace_back(name, std::move(value));
}

// Gives the value at the end of a way of keys.
Answer value_at(const Value& whole, Arguments keys) {
    const Value* found = &whole;
    for (const Value& key : keys) {
        found = key.string() == nullptr ? nullptr : found->member(*key.string());
        if (found == nullptr) {
            return std::nullopt;
        }
    }
    return keys.empty() ? std::nullopt : Answer(*found);
}

Answer get_value(Arguments given) {
    if (given[0].context() == nullptr) {
        return std::nullopt;
    }
    if (given[1].list() != nullptr) {
        return value_at(given[0], *given[1].list());
    }
    return value_at(given[0], given.subspan(1, 1));
}

Answer get_entries(Arguments given) {
    if (given[0].context() == nullptr) {
        return std::nullopt;
    }
    const auto names = std::make_shared<const Names>(Names{"key", "value"});
    List entries;
    for (auto& [name, value] : members_of(*given[0].context())) {
        entries.emplace_back(Context{names, {Value(name), std::move(value)}});
    }
    return entries;
}

// Makes a context of entries with a key and a value each; a key may stand once.
Answer context_of_entries(Arguments given) {
    const std::optional<Arguments> entries = listed(given[0]);
    if (!entries) {
        return std::nullopt;
    }
    auto names = std::make_shared<Names>();
    Context made;
    made.names = names;
    for (const Value& entry : *entries) {
        const Value* key = entry.member("key");
        const Value* value = entry.member("value");
        if (key == nullptr || value == nullptr || key->string() == nullptr ||
            made.find(*key->string()) != nullptr) {
            return std::nullopt;
        }
        names->push_back(*key->string());
        made.values.push_back(*value);
    }
    return Value(std::move(made));
}

Answer put_at(const Value& whole, Arguments keys, const Value& value) {
    if (whole.context() == nullptr || keys.empty() || keys[0].string() == nullptr) {
        return std::nullopt;
    }
    Value inner = value;
    if (keys.size() > 1) {
        const Value* next = whole.member(*keys[0].string());
        const Answer changed =
            next == nullptr ? std::nullopt : put_at(*next, keys.subspan(1), value);
        if (!changed) {
            return std::nullopt;
        }
        inner = *changed;
    }
    Members members = members_of(*whole.context());
    put(members, *keys[0].string(), std::move(inner));
    return make_context(members);
}

Answer context_put(Arguments given) {
    if (given[1].list() != nullptr) {
        return put_at(given[0], *given[1].list(), given[2]);
    }
    return put_at(given[0], given.subspan(1, 1), given[2]);
}

Answer context_merge(Arguments given) {
    const std::optional<Arguments> contexts = listed(given[0]);
    if (!contexts) {
        return std::nullopt;
    }
    Members members;
    for (const Value& each : *contexts) {
        if (each.context() == nullptr) {
            return std::nullopt;
        }
        for (auto& [name, value] : members_of(*each.context())) {
            put(members, name, std::move(value));
        }
    }
    return make_context(members);
}

// Two kinds are never the same, and nothing is told apart that is written alike.
Answer is_same(Arguments given) {
    return given[0].kind() == given[1].kind() && given[0] == given[1];
}

}  // namespace

void add_context_builtins(std::vector<Builtin>& made) {
    using K = Type::Kind;
    using Forms = std::vector<std::vector<std::string_view>>;
    add_builtin(made, "get value", {"m", "key"}, {K::context, K::any}, K::any, get_value)
        .other_forms = Forms{{"context", "keys"}};
    add_builtin(made, "get entries", {"m"}, {K::context}, K::list, get_entries);
    add_builtin(made, "context", {"entries"}, {K::list}, K::context, context_of_entries);
    add_builtin(made, "context put", {"context", "key", "value"}, {K::context, K::any, K::any},
                K::context, context_put)
        .other_forms = Forms{{"context", "keys", "value"}};
    add_builtin(made, "context merge", {"contexts"}, {K::list}, K::context, context_merge);
    add_builtin(made, "is", {"value1", "value2"}, {K::any, K::any}, K::boolean, is_same);
}

}  // namespace feel
