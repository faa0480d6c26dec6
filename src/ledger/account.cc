#include "ledger/account.h"

#include <array>

namespace ledger {
namespace {

// Which parts an account of a kind has.
struct Shape {
    AccountKind kind;
    std::string_view text;
    bool has_stream;
    bool has_person;
    bool has_payee;
    std::string_view words;
};

constexpr std::array<Shape, 12> shapes = {{
    {AccountKind::funder, "funder", true, false, false, "with the stream's owner"},
    {AccountKind::pool, "pool", true, false, false, "not yet awarded to anybody"},
    {AccountKind::available, "available", true, true, false, "left to use"},
    {AccountKind::held, "held", true, true, false, "promised"},
    {AccountKind::owed, "owed", true, true, true, "to be paid"},
    {AccountKind::clearing, "clearing", true, true, true, "on its way through the bank"},
    {AccountKind::paid_to_holder, "paid_to_holder", true, true, true,
     "paid in advance and not yet reported"},
    {AccountKind::spent, "spent", true, true, true, "spent"},
    {AccountKind::own_money, "own_money", false, true, false, "your own pocket"},
    {AccountKind::contribution, "contribution", false, true, false,
     "paid by you into the account of your support"},
    {AccountKind::charge_paid, "charge_paid", false, true, false, "paid by you to the council"},
    {AccountKind::top_up, "top_up", false, true, false, "added by you"},
}};

const Shape& shape_of(AccountKind kind) {
    for (const Shape& shape : shapes) {
        if (shape.kind == kind) {
            return shape;
        }
    }
    CHECK(!"every kind of account has a shape");
    return shapes.front();
}

}  // namespace

std::string_view to_text(AccountKind kind) {
    return shape_of(kind).text;
}

std::optional<AccountKind> account_kind_from_text(std::string_view text) {
    for (const Shape& shape : shapes) {
        if (shape.text == text) {
            return shape.kind;
        }
    }
    return std::nullopt;
}

std::string Account::to_text() const {
    std::string text(ledger::to_text(kind));
    if (!stream.empty()) {
        text += " " + stream;
    }
    if (!person.is_none()) {
        text += " " + person.to_text();
    }
    if (!payee.is_none()) {
        text += " " + payee.to_text();
    }
    if (!year.is_none()) {
        text += " " + std::to_string(year.begins_in);
    }
    return text;
}

Outcome check_account(const Account& account) {
    const Shape& shape = shape_of(account.kind);
    // Own money that was spent is the one account that exists with and without a stream.
    const bool stream_fits =
        account.kind == AccountKind::spent || shape.has_stream == !account.stream.empty();
    if (!stream_fits || shape.has_person == account.person.is_none() ||
        shape.has_payee == account.payee.is_none() ||
        (account.stream.empty() && !account.year.is_none())) {
        return Error{"ledger.account_malformed",
                     "The account \"" + account.to_text() +
                         "\" does not have exactly the stream, person and payee its kind needs."};
    }
    return Done{};
}

bool may_go_below_nought(AccountKind kind) {
    return kind == AccountKind::funder || kind == AccountKind::own_money;
}

std::string_view words(AccountKind kind) {
    return shape_of(kind).words;
}

}  // namespace ledger
