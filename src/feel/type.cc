#include "feel/type.h"

#include <algorithm>

namespace feel {

const Type* Type::member(std::string_view name) const {
    if (members == nullptr) {
        return nullptr;
    }
    for (const auto& [each, type] : *members) {
        if (each == name) {
            return &type;
        }
    }
    return nullptr;
}

Type list_of(Type element) {
    Type type{Type::Kind::list};
    type.element = std::make_shared<const Type>(std::move(element));
    return type;
}

Type context_of(Type::Members members) {
    Type type{Type::Kind::context};
    type.members = std::make_shared<const Type::Members>(std::move(members));
    return type;
}

Type range_of(Type ends) {
    Type type{Type::Kind::range};
    type.element = std::make_shared<const Type>(std::move(ends));
    return type;
}

Type function_of(Signature signature) {
    Type type{Type::Kind::function};
    type.signature = std::make_shared<const Signature>(std::move(signature));
    return type;
}

std::string to_text(const Type& type) {
    switch (type.kind) {
        case Type::Kind::any:
            return "anything";
        case Type::Kind::null:
            return "null";
        case Type::Kind::boolean:
            return "boolean";
        case Type::Kind::number:
            return "number";
        case Type::Kind::string:
            return "string";
        case Type::Kind::date:
            return "date";
        case Type::Kind::time:
            return "time";
        case Type::Kind::date_time:
            return "date and time";
        case Type::Kind::days_duration:
            return "days and time duration";
        case Type::Kind::months_duration:
            return "years and months duration";
        case Type::Kind::list:
            return type.element == nullptr ? "list" : "list of " + to_text(*type.element);
        case Type::Kind::context:
            return "context";
        case Type::Kind::range:
            return "range";
        case Type::Kind::function:
            return "function";
    }
    return "";
}

bool fits(const Type& from, const Type& to) {
    if (from.kind == Type::Kind::any || to.kind == Type::Kind::any ||
        from.kind == Type::Kind::null || to.kind == Type::Kind::null) {
        return true;
    }
    if (from.kind != to.kind) {
        return false;
    }
    if (from.kind == Type::Kind::list) {
        return from.element == nullptr || to.element == nullptr || fits(*from.element, *to.element);
    }
    if (from.kind == Type::Kind::context && to.members != nullptr && from.members != nullptr) {
        return std::all_of(to.members->begin(), to.members->end(), [&from](const auto& wanted) {
            const Type* given = from.member(wanted.first);
            return given != nullptr && fits(*given, wanted.second);
        });
    }
    return true;
}

std::optional<Type> common(const Type& a, const Type& b) {
    if (a.kind == Type::Kind::null || a.kind == Type::Kind::any) {
        return b;
    }
    if (b.kind == Type::Kind::null || b.kind == Type::Kind::any) {
        return a;
    }
    if (!fits(a, b) || !fits(b, a)) {
        return std::nullopt;
    }
    Type type = a;
    if (a.codes != nullptr && b.codes != nullptr && *a.codes != *b.codes) {
        std::vector<std::string> both = *a.codes;
        for (const std::string& code : *b.codes) {
            if (std::find(both.begin(), both.end(), code) == both.end()) {
                both.push_back(code);
            }
        }
        type.codes = std::make_shared<const std::vector<std::string>>(std::move(both));
    } else if (b.codes == nullptr) {
        type.codes = nullptr;
    }
    return type;
}

bool tells_time(const Type& type) {
    return type.kind == Type::Kind::time || type.kind == Type::Kind::date_time ||
           (type.element != nullptr && tells_time(*type.element)) ||
           (type.members != nullptr &&
            std::any_of(type.members->begin(), type.members->end(),
                        [](const auto& member) { return tells_time(member.second); }));
}

std::optional<Type> basic_type(std::string_view name) {
    if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) {
        name.remove_prefix(colon + 1);  // the older "feel:number"
    }
    constexpr std::pair<std::string_view, Type::Kind> kinds[] = {
        {"number", Type::Kind::number},
        {"string", Type::Kind::string},
        {"boolean", Type::Kind::boolean},
        {"date", Type::Kind::date},
        {"time", Type::Kind::time},
        {"date and time", Type::Kind::date_time},
        {"dateTime", Type::Kind::date_time},
        {"days and time duration", Type::Kind::days_duration},
        {"dayTimeDuration", Type::Kind::days_duration},
        {"years and months duration", Type::Kind::months_duration},
        {"yearMonthDuration", Type::Kind::months_duration},
        {"list", Type::Kind::list},
        {"range", Type::Kind::range},
        {"function", Type::Kind::function},
        {"context", Type::Kind::context},
        {"Any", Type::Kind::any},
        {"Null", Type::Kind::null},
    };
    for (const auto& [each, kind] : kinds) {
        if (each == name) {
            return Type{kind};
        }
    }
    return std::nullopt;
}

bool conforms(const Value& value, const Type& type) {
    if (value.is_null()) {
        return true;
    }
    switch (type.kind) {
        case Type::Kind::any:
            return true;
        case Type::Kind::null:
            return false;
        case Type::Kind::boolean:
            return value.boolean() != nullptr;
        case Type::Kind::number:
            return value.number() != nullptr;
        case Type::Kind::string:
            return value.string() != nullptr &&
                   (type.codes == nullptr || std::find(type.codes->begin(), type.codes->end(),
                                                       *value.string()) != type.codes->end());
        case Type::Kind::date:
            return value.date() != nullptr;
        case Type::Kind::time:
            return value.time() != nullptr;
        case Type::Kind::date_time:
            return value.date_time() != nullptr;
        case Type::Kind::days_duration:
            return value.days_duration() != nullptr;
        case Type::Kind::months_duration:
            return value.months_duration() != nullptr;
        case Type::Kind::list:
            return value.list() != nullptr &&
                   (type.element == nullptr ||
                    std::all_of(value.list()->begin(), value.list()->end(),
                                [&type](const Value& v) { return conforms(v, *type.element); }));
        case Type::Kind::context:
            return value.context() != nullptr &&
                   (type.members == nullptr ||
                    std::all_of(type.members->begin(), type.members->end(), [&](const auto& m) {
                        const Value* held = value.member(m.first);
                        return held == nullptr || conforms(*held, m.second);
                    }));
        case Type::Kind::range:
        case Type::Kind::function:
            return instance_of(value, type);
    }
    return false;
}

}  // namespace feel
