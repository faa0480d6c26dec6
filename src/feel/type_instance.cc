// Which values are instances of which types in full FEEL, and which types conform to which.

#include <algorithm>

#include "feel/check.h"
#include "feel/type.h"

namespace feel {

namespace {

using K = Type::Kind;

bool null_or_instance(const Value& value, const Type& type) {
    return value.is_null() || instance_of(value, type);
}

bool list_is(const List& items, const Type& type) {
    return type.element == nullptr ||
           std::all_of(items.begin(), items.end(), [&type](const Value& item) {
               return null_or_instance(item, *type.element);
           });
}

bool context_is(const Value& value, const Type& type) {
    return type.members == nullptr ||
           std::all_of(type.members->begin(), type.members->end(), [&value](const auto& wanted) {
               const Value* held = value.member(wanted.first);
               return held != nullptr && null_or_instance(*held, wanted.second);
           });
}

bool range_is(const Range& range, const Type& type) {
    return type.element == nullptr || (null_or_instance(range.low, *type.element) &&
                                       null_or_instance(range.high, *type.element));
}

// A function may stand for another when it takes at least what the other takes and gives no more.
bool signature_fits(const Signature& from, const Signature& to) {
    if (from.types.size() != to.types.size() && !from.takes_many) {
        return false;
    }
    for (std::size_t i = 0; i < to.types.size(); ++i) {
        const std::size_t at = std::min(i, from.types.size() - 1);
        if (from.types.empty() || !conforms_to(to.types[i], from.types[at])) {
            return false;
        }
    }
    return conforms_to(from.result, to.result);
}

bool function_is(const FunctionValue& function, const Type& type) {
    return type.signature == nullptr || function.signature == nullptr ||
           signature_fits(*function.signature, *type.signature);
}

bool members_fit(const Type& from, const Type& to) {
    if (to.members == nullptr) {
        return true;
    }
    return std::all_of(to.members->begin(), to.members->end(), [&from](const auto& wanted) {
        const Type* given = from.member(wanted.first);
        return given != nullptr && conforms_to(*given, wanted.second);
    });
}

}  // namespace

bool instance_of(const Value& value, const Type& type) {
    if (value.is_null()) {
        return type.kind == K::null;
    }
    if (type.kind == K::any) {
        return true;
    }
    if (const List* items = value.list()) {
        return type.kind == K::list && list_is(*items, type);
    }
    if (value.context() != nullptr) {
        return type.kind == K::context && context_is(value, type);
    }
    if (const Range* range = value.range()) {
        return type.kind == K::range && range_is(*range, type);
    }
    if (const FunctionValue* function = value.function()) {
        return type.kind == K::function && function_is(*function, type);
    }
    return type_of(value).kind == type.kind;
}

bool conforms_to(const Type& from, const Type& to) {
    if (to.kind == K::any || from.kind == K::null) {
        return true;
    }
    if (from.kind != to.kind) {
        // What nobody stated may be anything.
        return from.kind == K::any;
    }
    const bool elements = to.element == nullptr ||
                          (from.element != nullptr && conforms_to(*from.element, *to.element));
    const bool signatures = to.signature == nullptr || from.signature == nullptr ||
                            signature_fits(*from.signature, *to.signature);
    return elements && members_fit(from, to) && signatures;
}

}  // namespace feel
