#include "payments/statement_json.h"

#include "base/json.h"

namespace payments {

namespace {

// The forms call one another through the templates below.
json::object form(const Amount&);
json::object form(const BankTime&);
json::object form(const Code&);
json::object form(const Address&);
json::object form(const Identification&);
json::object form(const PartyAccount&);
json::object form(const NamedValue&);
json::object form(const Agent&);
json::object form(const Party&);
json::object form(const Charge&);
json::object form(const Charges&);
json::object form(const TransactionCode&);
json::object form(const NamedAmount&);
json::object form(const NamedTime&);
json::object form(const StructuredRemittance&);
json::object form(const ReturnInformation&);
json::object form(const Detail&);
json::object form(const Batch&);
json::object form(const BankEntry&);
json::object form(const Balance&);
json::object form(const Page&);
json::object form(const Error&);

void put(json::object& object, std::string_view name, const std::string& text) {
    if (!text.empty()) {
        object[name] = text;
    }
}

void put(json::object& object, std::string_view name, const std::vector<std::string>& texts) {
    if (!texts.empty()) {
        object[name] = json::array(texts.begin(), texts.end());
    }
}

std::string_view word(CreditDebit direction) {
    return direction == CreditDebit::credit ? "credit" : "debit";
}

json::object form(const Amount& amount) {
    return {{"value", amount.value.to_text()}, {"currency", amount.currency}};
}

json::object form(const BankTime& time) {
    json::object object = {{"date", time.date.to_text()}};
    if (time.at.has_value()) {
        object["at"] = time.at->to_text();
    }
    return object;
}

json::object form(const Code& code) {
    json::object object;
    put(object, "code", code.code);
    put(object, "proprietary", code.proprietary);
    put(object, "issuer", code.issuer);
    return object;
}

json::object form(const Address& address) {
    json::object object;
    put(object, "department", address.department);
    put(object, "sub_department", address.sub_department);
    put(object, "street", address.street);
    put(object, "building", address.building);
    put(object, "post_code", address.post_code);
    put(object, "town", address.town);
    put(object, "country_part", address.country_part);
    put(object, "country", address.country);
    put(object, "lines", address.lines);
    return object;
}

json::object form(const Identification& identification) {
    json::object object = {{"kind", identification.kind}, {"id", identification.id}};
    put(object, "scheme", identification.scheme);
    put(object, "issuer", identification.issuer);
    return object;
}

json::object form(const PartyAccount& account) {
    json::object object;
    put(object, "kind", account.kind);
    put(object, "id", account.id);
    put(object, "scheme", account.scheme);
    put(object, "issuer", account.issuer);
    put(object, "name", account.name);
    put(object, "currency", account.currency);
    return object;
}

json::object form(const NamedValue& value) {
    return {{"name", value.name}, {"value", value.value}};
}

// Puts a list of values in their form; nothing when the list is empty.
template <typename T>
void put_all(json::object& object, std::string_view name, const std::vector<T>& values) {
    if (values.empty()) {
        return;
    }
    json::array list;
    for (const T& value : values) {
        list.push_back(form(value));
    }
    object[name] = std::move(list);
}

template <typename T>
void put(json::object& object, std::string_view name, const std::optional<T>& value) {
    if (value.has_value()) {
        object[name] = form(*value);
    }
}

void put_code(json::object& object, std::string_view name, const Code& code) {
    json::object inner = form(code);
    if (!inner.empty()) {
        object[name] = std::move(inner);
    }
}

json::object form(const Agent& agent) {
    json::object object = {{"role", agent.role}};
    put(object, "bic", agent.bic);
    put(object, "name", agent.name);
    put(object, "clearing_system", agent.clearing_system);
    put(object, "member_id", agent.member_id);
    put_all(object, "identifications", agent.identifications);
    put(object, "address", agent.address);
    return object;
}

json::object form(const Party& party) {
    json::object object = {{"role", party.role}};
    put(object, "name", party.name);
    put(object, "address", party.address);
    put_all(object, "identifications", party.identifications);
    put(object, "country_of_residence", party.country_of_residence);
    put_all(object, "contacts", party.contacts);
    put(object, "agent", party.agent);
    put(object, "account", party.account);
    return object;
}

json::object form(const Charge& charge) {
    json::object object = {{"amount", form(charge.amount)}};
    if (charge.direction.has_value()) {
        object["direction"] = word(*charge.direction);
    }
    if (charge.is_included.has_value()) {
        object["is_included"] = *charge.is_included;
    }
    put_code(object, "type", charge.type);
    return object;
}

json::object form(const Charges& charges) {
    json::object object;
    put(object, "total", charges.total);
    put_all(object, "records", charges.records);
    return object;
}

json::object form(const TransactionCode& code) {
    json::object object;
    put(object, "domain", code.domain);
    put(object, "family", code.family);
    put(object, "sub_family", code.sub_family);
    put(object, "proprietary", code.proprietary);
    put(object, "issuer", code.issuer);
    return object;
}

json::object form(const NamedAmount& named) {
    json::object object = {{"name", named.name}, {"amount", form(named.amount)}};
    put(object, "source_currency", named.source_currency);
    put(object, "target_currency", named.target_currency);
    put(object, "exchange_rate", named.exchange_rate);
    return object;
}

json::object form(const NamedTime& named) {
    json::object object = form(named.time);
    object["name"] = named.name;
    return object;
}

json::object form(const StructuredRemittance& structured) {
    json::object object;
    put(object, "reference", structured.reference);
    put_code(object, "type", structured.type);
    put(object, "documents", structured.documents);
    put(object, "additional", structured.additional);
    return object;
}

json::object form(const ReturnInformation& returned) {
    json::object object;
    put_code(object, "reason", returned.reason);
    put_code(object, "original_code", returned.original_code);
    put(object, "originator", returned.originator);
    put(object, "additional", returned.additional);
    return object;
}

json::object form(const Detail& detail) {
    json::object object;
    json::object references;
    for (const NamedValue& each : detail.references) {
        references[each.name] = each.value;
    }
    if (!references.empty()) {
        object["references"] = std::move(references);
    }
    put_all(object, "proprietary_references", detail.proprietary_references);
    put(object, "amount", detail.amount);
    put_all(object, "amount_details", detail.amount_details);
    object["direction"] = word(detail.direction);
    json::object code = form(detail.transaction_code);
    if (!code.empty()) {
        object["transaction_code"] = std::move(code);
    }
    put(object, "charges", detail.charges);
    put_all(object, "parties", detail.parties);
    put_all(object, "agents", detail.agents);
    put(object, "unstructured", detail.unstructured);
    put_all(object, "structured", detail.structured);
    put_all(object, "dates", detail.dates);
    put(object, "returned", detail.returned);
    put_code(object, "purpose", detail.purpose);
    put(object, "additional", detail.additional);
    return object;
}

json::object form(const Batch& batch) {
    json::object object;
    put(object, "message_id", batch.message_id);
    put(object, "payment_information_id", batch.payment_information_id);
    if (batch.count.has_value()) {
        object["count"] = *batch.count;
    }
    put(object, "total", batch.total);
    return object;
}

json::object form(const BankEntry& entry) {
    json::object object = {{"index", entry.index},
                           {"amount", form(entry.amount)},
                           {"direction", word(entry.direction)},
                           {"is_reversal", entry.is_reversal},
                           {"status", entry.status}};
    put(object, "booked", entry.booked);
    put(object, "value", entry.value);
    put(object, "reference", entry.reference);
    put(object, "account_servicer_reference", entry.account_servicer_reference);
    json::object code = form(entry.transaction_code);
    if (!code.empty()) {
        object["transaction_code"] = std::move(code);
    }
    put(object, "charges", entry.charges);
    put_all(object, "batches", entry.batches);
    put_all(object, "details", entry.details);
    put(object, "additional", entry.additional);
    return object;
}

json::object form(const Balance& balance) {
    json::object object;
    put_code(object, "type", balance.type);
    put_code(object, "sub_type", balance.sub_type);
    object["amount"] = form(balance.amount);
    object["direction"] = word(balance.direction);
    object["date"] = balance.date.date.to_text();
    if (balance.date.at.has_value()) {
        object["at"] = balance.date.at->to_text();
    }
    return object;
}

json::object form(const Page& page) {
    json::object object;
    put(object, "number", page.number);
    if (page.is_last.has_value()) {
        object["is_last"] = *page.is_last;
    }
    return object;
}

json::object form(const Error& error) {
    json::object object = {{"code", error.code}, {"message", error.message}};
    put(object, "place", error.place);
    return object;
}

json::array list_of(const std::vector<Error>& errors) {
    json::array list;
    for (const Error& error : errors) {
        list.push_back(form(error));
    }
    return list;
}

}  // namespace

json::object to_json(const Statement& statement) {
    json::object object = {{"id", statement.id}, {"account", form(statement.account)}};
    put(object, "owner", statement.owner);
    put(object, "servicer", statement.servicer);
    put(object, "created", statement.created);
    put(object, "from", statement.from);
    put(object, "until", statement.until);
    put(object, "electronic_sequence", statement.electronic_sequence);
    put(object, "legal_sequence", statement.legal_sequence);
    put(object, "copy_or_duplicate", statement.copy_or_duplicate);
    put(object, "page", statement.page);
    put(object, "additional", statement.additional);
    put_all(object, "balances", statement.balances);
    put_all(object, "entries", statement.entries);
    return object;
}

json::object to_json(const ReadStatement& read) {
    const StatementFile& file = read.file;
    json::object object = {{"read", read.read},
                           {"kept", read.kept},
                           {"refused", list_of(read.refused)},
                           {"warnings", list_of(read.warnings)},
                           {"message", file.message},
                           {"id", file.id}};
    put(object, "created", file.created);
    put(object, "recipient", file.recipient);
    put(object, "page", file.page);
    put(object, "additional", file.additional);
    json::array statements;
    for (const Statement& statement : file.statements) {
        statements.push_back(to_json(statement));
    }
    object["statements"] = std::move(statements);
    return object;
}

}  // namespace payments
