#include "feel/check.h"

namespace feel {

namespace {

using K = Type::Kind;

bool open(const Type& type) {
    return type.kind == K::any || type.kind == K::null;
}

bool is_duration(const Type& type) {
    return type.kind == K::days_duration || type.kind == K::months_duration;
}

std::optional<Type> type_of_calculation(Operator op, const Type& a, const Type& b) {
    if (open(a) && open(b)) {
        return Type{};
    }
    if (open(a) || open(b)) {
        const Type& known = open(a) ? b : a;
        return known.kind == K::number ? Type{K::number} : Type{};
    }
    if (a.kind == K::number && b.kind == K::number) {
        return Type{K::number};
    }
    switch (op) {
        case Operator::add:
            if (a.kind == K::string && b.kind == K::string) {
                return Type{K::string};
            }
            if ((a.kind == K::date && is_duration(b)) || (is_duration(a) && b.kind == K::date)) {
                return Type{K::date};
            }
            break;
        case Operator::subtract:
            if (a.kind == K::date && b.kind == K::date) {
                return Type{K::days_duration};
            }
            if (a.kind == K::date && is_duration(b)) {
                return Type{K::date};
            }
            break;
        case Operator::multiply:
            if ((is_duration(a) && b.kind == K::number) ||
                (a.kind == K::number && is_duration(b))) {
                return is_duration(a) ? a : b;
            }
            return std::nullopt;
        case Operator::divide:
            if (is_duration(a) && b.kind == K::number) {
                return a;
            }
            return is_duration(a) && a.kind == b.kind ? std::optional<Type>(Type{K::number})
                                                      : std::nullopt;
        case Operator::power:
        case Operator::equal:
        case Operator::not_equal:
        case Operator::less:
        case Operator::less_equal:
        case Operator::greater:
        case Operator::greater_equal:
        case Operator::both:
        case Operator::either:
            return std::nullopt;
    }
    return is_duration(a) && a.kind == b.kind ? std::optional<Type>(a) : std::nullopt;
}

bool has_order(const Type& type) {
    return type.kind == K::number || type.kind == K::string || type.kind == K::date ||
           is_duration(type) || open(type);
}

}  // namespace

Type type_of(const Value& value) {
    switch (value.kind()) {
        case Kind::null:
            return Type{K::null};
        case Kind::boolean:
            return Type{K::boolean};
        case Kind::number:
            return Type{K::number};
        case Kind::string:
            return Type{K::string};
        case Kind::date:
            return Type{K::date};
        case Kind::time:
            return Type{K::time};
        case Kind::date_time:
            return Type{K::date_time};
        case Kind::days_duration:
            return Type{K::days_duration};
        case Kind::months_duration:
            return Type{K::months_duration};
        case Kind::list:
            return Type{K::list};
        case Kind::context:
            return Type{K::context};
        case Kind::range:
            return Type{K::range};
        case Kind::function:
            return Type{K::function};
    }
    return Type{};
}

bool is_comparison(Operator op) {
    switch (op) {
        case Operator::equal:
        case Operator::not_equal:
        case Operator::less:
        case Operator::less_equal:
        case Operator::greater:
        case Operator::greater_equal:
            return true;
        case Operator::add:
        case Operator::subtract:
        case Operator::multiply:
        case Operator::divide:
        case Operator::power:
        case Operator::both:
        case Operator::either:
            return false;
    }
    return false;
}

std::optional<Type> type_of_binary(Operator op, const Type& a, const Type& b) {
    const Type truth{K::boolean};
    switch (op) {
        case Operator::add:
        case Operator::subtract:
        case Operator::multiply:
        case Operator::divide:
        case Operator::power:
            return type_of_calculation(op, a, b);
        case Operator::equal:
        case Operator::not_equal:
            return common(a, b) ? std::optional<Type>(truth) : std::nullopt;
        case Operator::less:
        case Operator::less_equal:
        case Operator::greater:
        case Operator::greater_equal:
            return has_order(a) && has_order(b) && common(a, b) ? std::optional<Type>(truth)
                                                                : std::nullopt;
        case Operator::both:
        case Operator::either:
            return fits(a, truth) && fits(b, truth) ? std::optional<Type>(truth) : std::nullopt;
    }
    return std::nullopt;
}

bool can_negate(const Type& type) {
    return type.kind == K::number || is_duration(type) || open(type);
}

std::optional<Type> member_type(const Type& whole, std::string_view name) {
    switch (whole.kind) {
        case K::any:
            return Type{};
        case K::context: {
            if (whole.members == nullptr) {
                return Type{};
            }
            const Type* member = whole.member(name);
            return member == nullptr ? std::nullopt : std::optional<Type>(*member);
        }
        case K::list: {
            if (whole.element == nullptr) {
                return list_of(Type{});
            }
            const std::optional<Type> each = member_type(*whole.element, name);
            return each ? std::optional<Type>(list_of(*each)) : std::nullopt;
        }
        case K::date:
            return name == "year" || name == "month" || name == "day" || name == "weekday"
                       ? std::optional<Type>(Type{K::number})
                       : std::nullopt;
        case K::time:
        case K::date_time:
            return Type{};  // of full FEEL, which looks when it runs
        case K::months_duration:
            return name == "years" || name == "months" ? std::optional<Type>(Type{K::number})
                                                       : std::nullopt;
        case K::days_duration:
            return name == "days" || name == "hours" || name == "minutes" || name == "seconds"
                       ? std::optional<Type>(Type{K::number})
                       : std::nullopt;
        case K::range:
            return name == "start included" || name == "end included"
                       ? std::optional<Type>(Type{K::boolean})
                       : std::optional<Type>(Type{});
        case K::null:
        case K::boolean:
        case K::number:
        case K::string:
        case K::function:
            return std::nullopt;
    }
    return std::nullopt;
}

bool divides_exactly(const Ast& divisor) {
    if (divisor.kind != AstKind::literal || divisor.value.number() == nullptr) {
        return false;
    }
    std::optional<std::int64_t> rest = divisor.value.number()->to_int64();
    if (!rest || *rest <= 0) {
        return false;
    }
    while (*rest % 2 == 0) {
        *rest /= 2;
    }
    while (*rest % 5 == 0) {
        *rest /= 5;
    }
    return *rest == 1;
}

}  // namespace feel
