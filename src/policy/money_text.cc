#include "policy/money_text.h"

#include "base/json.h"

namespace policy {

std::string money_text(const Decimal& sum) {
    const std::optional<Decimal> pence = sum.rounded(2, Rounding::half_even);
    return pence && *pence == sum ? pence->to_text() : sum.normalised().to_text();
}

json::value to_json(const feel::Value& value, std::string_view name,
                    const ModelDecision& decision) {
    if (value.number() != nullptr && decision.is_money(name)) {
        return json::string(money_text(*value.number()));
    }
    if (const feel::Context* context = value.context()) {
        json::object members;
        for (std::size_t i = 0; i < context->values.size(); ++i) {
            const std::string& member = (*context->names)[i];
            members[member] = to_json(context->values[i], member, decision);
        }
        return members;
    }
    if (const feel::List* list = value.list()) {
        json::array items;
        for (const feel::Value& each : *list) {
            items.push_back(to_json(each, name, decision));
        }
        return items;
    }
    return value.to_json();
}

}  // namespace policy
