#include "payments/camt_parts.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace payments::camt {

namespace {

bool is_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Reads the two digits at a place; -1 for other text.
int two_digits(std::string_view text, std::size_t at) {
    return at + 2 <= text.size() && is_digits(text.substr(at, 2))
               ? (text[at] - '0') * 10 + (text[at + 1] - '0')
               : -1;
}

// Reads "Z", "+01:00" or nothing as seconds east of Greenwich.
std::optional<std::int64_t> zone_seconds(std::string_view text) {
    if (text.empty() || text == "Z") {
        return 0;
    }
    const int hours = two_digits(text, 1);
    const int minutes = two_digits(text, 4);
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':' || hours < 0 ||
        hours > 14 || minutes < 0 || minutes > 59) {
        return std::nullopt;
    }
    const std::int64_t east = std::int64_t{hours} * 3600 + std::int64_t{minutes} * 60;
    return text[0] == '-' ? -east : east;
}

struct KnownKind {
    std::string_view element;
    std::string_view kind;
};

// How the messages name a way to be known, and how we do.
constexpr std::array<KnownKind, 24> kinds = {{{"BIC", "bic"},
                                              {"BICFI", "bic"},
                                              {"BICOrBEI", "bic"},
                                              {"AnyBIC", "bic"},
                                              {"BEI", "bei"},
                                              {"IBEI", "ibei"},
                                              {"EANGLN", "eangln"},
                                              {"USCHU", "chips"},
                                              {"DUNS", "duns"},
                                              {"LEI", "lei"},
                                              {"BkPtyId", "bank_party"},
                                              {"TaxIdNb", "tax"},
                                              {"DrvrsLicNb", "driving_licence"},
                                              {"SclSctyNb", "social_security"},
                                              {"PsptNb", "passport"},
                                              {"CstmrNb", "customer"},
                                              {"MplyrIdNb", "employer"},
                                              {"AlnRegnNb", "alien_registration"},
                                              {"IdntyCardNb", "identity_card"},
                                              {"BirthDt", "birth_date"},
                                              {"PrvcOfBirth", "birth_province"},
                                              {"CityOfBirth", "birth_city"},
                                              {"CtryOfBirth", "birth_country"},
                                              {"EmplyrIdNb", "employer"}}};

// The ways to reach a party.
constexpr std::array<KnownKind, 9> contact_kinds = {{{"NmPrfx", "prefix"},
                                                     {"Nm", "name"},
                                                     {"PhneNb", "phone"},
                                                     {"MobNb", "mobile"},
                                                     {"FaxNb", "fax"},
                                                     {"EmailAdr", "email"},
                                                     {"URLAdr", "web"},
                                                     {"JobTitl", "job"},
                                                     {"Dept", "department"}}};

Identification other_identification(const XmlElement& element) {
    const Code scheme = element.child("SchmeNm") ? code_of(*element.child("SchmeNm")) : Code{};
    return {.kind = "other",
            .id = text_of(element, "Id"),
            .scheme = scheme.code.empty() ? scheme.proprietary : scheme.code,
            .issuer = text_of(element, "Issr")};
}

void add_identifications(const XmlElement& holder, std::vector<Identification>& found) {
    for (const XmlElement& each : holder.children()) {
        const std::string name = each.name();
        if (name == "Othr" || name == "PrtryId" || name == "OthrId") {
            found.push_back(other_identification(each));
            continue;
        }
        if (name == "DtAndPlcOfBirth") {
            add_identifications(each, found);
            continue;
        }
        for (const KnownKind& known : kinds) {
            if (known.element == name) {
                found.push_back({.kind = std::string(known.kind), .id = clean_text(each.text())});
            }
        }
    }
}

}  // namespace

std::string place_of(const XmlElement& element) {
    return "line " + std::to_string(element.line()) + ", " + element.name();
}

std::string clean_text(std::string text) {
    constexpr std::array<std::string_view, 12> marks = {
        "\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xAA", "\xE2\x80\xAB",
        "\xE2\x80\xAC", "\xE2\x80\xAD", "\xE2\x80\xAE", "\xE2\x81\xA6",
        "\xE2\x81\xA7", "\xE2\x81\xA8", "\xE2\x81\xA9", "\xD8\x9C"};
    for (const std::string_view mark : marks) {
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
            text.replace(at, mark.size(), "\xEF\xBF\xBD");
        }
    }
    return std::string(base::trim(text));
}

std::string text_of(const XmlElement& element, std::string_view path) {
    return clean_text(element.text_at(path).value_or(""));
}

std::vector<std::string> texts_of(const XmlElement& element, std::string_view name) {
    std::vector<std::string> texts;
    for (const XmlElement& each : element.children(name)) {
        texts.push_back(clean_text(each.text()));
    }
    return texts;
}

Result<Amount> amount_of(const XmlElement& element) {
    const std::string raw = element.text();
    const std::string text(base::trim(raw));
    const std::size_t point = text.find('.');
    const std::string whole = text.substr(0, point);
    const std::string part = point == std::string::npos ? "0" : text.substr(point + 1);
    const std::string currency = element.attribute("Ccy").value_or("");
    const bool is_currency =
        currency.size() == 3 &&
        std::all_of(currency.begin(), currency.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const auto value = Decimal::parse(text);
    if (!is_currency || !is_digits(whole) || !is_digits(part) || text.size() > 19 ||
        !value.has_value()) {
        return Error{"payments.amount",
                     "\"" + clean_text(text.substr(0, 40)) + "\" with the currency \"" +
                         clean_text(currency.substr(0, 10)) +
                         "\" is not an amount of a bank statement. Ask the bank for a new file.",
                     place_of(element)};
    }
    return Amount{*value, currency};
}

Result<CreditDebit> direction_of(const XmlElement& element) {
    const std::string raw = element.text();
    const std::string_view text = base::trim(raw);
    if (text == "CRDT") {
        return CreditDebit::credit;
    }
    if (text == "DBIT") {
        return CreditDebit::debit;
    }
    return Error{"payments.direction",
                 "It does not say whether money came in (CRDT) or went out (DBIT).",
                 place_of(element)};
}

Result<bool> truth_of(const XmlElement& element) {
    const std::string raw = element.text();
    const std::string_view text = base::trim(raw);
    if (text == "true" || text == "1") {
        return true;
    }
    if (text == "false" || text == "0") {
        return false;
    }
    return Error{"payments.entry", "This must be true or false.", place_of(element)};
}

std::optional<BankTime> parse_bank_time(std::string_view text) {
    const auto date = Date::parse(text.substr(0, 10));
    if (!date.has_value()) {
        return std::nullopt;
    }
    std::string_view rest = text.substr(10);
    if (rest.empty() || rest[0] != 'T') {
        return zone_seconds(rest).has_value() ? std::optional<BankTime>({.date = *date})
                                              : std::nullopt;
    }
    const int hours = two_digits(rest, 1);
    const int minutes = two_digits(rest, 4);
    const int seconds = two_digits(rest, 7);
    if (hours < 0 || hours > 24 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 60 ||
        rest[3] != ':' || rest[6] != ':') {
        return std::nullopt;
    }
    rest.remove_prefix(9);
    if (!rest.empty() && rest[0] == '.') {
        const std::size_t end = rest.find_first_not_of("0123456789", 1);
        if (end == 1 || rest.size() == 1) {
            return std::nullopt;
        }
        rest.remove_prefix(std::min(end, rest.size()));
    }
    const std::optional<std::int64_t> east = zone_seconds(rest);
    if (!east.has_value()) {
        return std::nullopt;
    }
    const std::int64_t second =
        date->days() * 86400 + std::int64_t{hours} * 3600 + std::int64_t{minutes} * 60 + seconds;
    return BankTime{.date = *date, .at = Instant{second - *east}};
}

Result<BankTime> time_of(const XmlElement& element) {
    std::string text = text_of(element, "DtTm");
    if (text.empty()) {
        text = text_of(element, "Dt");
    }
    if (text.empty()) {
        text = clean_text(element.text());
    }
    const std::optional<BankTime> time = parse_bank_time(text);
    if (!time.has_value()) {
        return Error{"payments.date",
                     "\"" + text.substr(0, 40) + "\" is not a date. Ask the bank for a new file.",
                     place_of(element)};
    }
    return *time;
}

Result<std::optional<BankTime>> time_child(const XmlElement& element, std::string_view name) {
    const std::optional<XmlElement> child = element.child(name);
    if (!child) {
        return std::optional<BankTime>();
    }
    TRY(const BankTime time, time_of(*child));
    return std::optional<BankTime>(time);
}

Result<std::optional<CreditDebit>> direction_child(const XmlElement& element) {
    const std::optional<XmlElement> child = element.child("CdtDbtInd");
    if (!child) {
        return std::optional<CreditDebit>();
    }
    TRY(const CreditDebit direction, direction_of(*child));
    return std::optional<CreditDebit>(direction);
}

Code code_of(const XmlElement& element) {
    const XmlElement inner = element.child("CdOrPrtry").value_or(element);
    Code code{.code = text_of(inner, "Cd"), .issuer = text_of(element, "Issr")};
    const std::optional<XmlElement> own = inner.child("Prtry");
    if (own) {
        code.proprietary = own->child("Id") ? text_of(*own, "Id") : clean_text(own->text());
        if (code.issuer.empty()) {
            code.issuer = text_of(*own, "Issr");
        }
    }
    if (inner.children().empty()) {
        code.code = clean_text(inner.text());
    }
    return code;
}

TransactionCode transaction_code_of(const XmlElement& element) {
    return {.domain = text_of(element, "Domn/Cd"),
            .family = text_of(element, "Domn/Fmly/Cd"),
            .sub_family = text_of(element, "Domn/Fmly/SubFmlyCd"),
            .proprietary = text_of(element, "Prtry/Cd"),
            .issuer = text_of(element, "Prtry/Issr")};
}

Result<std::optional<Charges>> charges_of(const XmlElement& element) {
    const std::vector<XmlElement> all = element.children("Chrgs");
    if (all.empty()) {
        return std::optional<Charges>();
    }
    Charges charges;
    for (const XmlElement& each : all) {
        if (each.child("TtlChrgsAndTaxAmt")) {
            TRY(charges.total, amount_of(*each.child("TtlChrgsAndTaxAmt")));
        }
        std::vector<XmlElement> records = each.children("Rcrd");
        if (records.empty() && each.child("Amt")) {
            records.push_back(each);  // before version 4 the record is the element itself
        }
        for (const XmlElement& record : records) {
            Charge charge;
            if (record.child("Amt")) {
                TRY(charge.amount, amount_of(*record.child("Amt")));
            }
            TRY(charge.direction, direction_child(record));
            if (record.child("ChrgInclInd")) {
                TRY(charge.is_included, truth_of(*record.child("ChrgInclInd")));
            }
            charge.type = record.child("Tp") ? code_of(*record.child("Tp")) : Code{};
            charges.records.push_back(std::move(charge));
        }
    }
    return std::optional<Charges>(std::move(charges));
}

Address address_of(const XmlElement& element) {
    return {.department = text_of(element, "Dept"),
            .sub_department = text_of(element, "SubDept"),
            .street = text_of(element, "StrtNm"),
            .building = text_of(element, "BldgNb"),
            .post_code = text_of(element, "PstCd"),
            .town = text_of(element, "TwnNm"),
            .country_part = text_of(element, "CtrySubDvsn"),
            .country = text_of(element, "Ctry"),
            .lines = texts_of(element, "AdrLine")};
}

PartyAccount account_of(const XmlElement& element) {
    PartyAccount account{.name = text_of(element, "Nm"), .currency = text_of(element, "Ccy")};
    const std::optional<XmlElement> id = element.child("Id");
    if (!id) {
        return account;
    }
    constexpr std::array<KnownKind, 5> forms = {{{"IBAN", "iban"},
                                                 {"BBAN", "bban"},
                                                 {"UPIC", "upic"},
                                                 {"PrtryAcct", "proprietary"},
                                                 {"Othr", "other"}}};
    for (const KnownKind& form : forms) {
        const std::optional<XmlElement> found = id->child(form.element);
        if (!found) {
            continue;
        }
        account.kind = form.kind;
        if (found->child("Id")) {
            const Identification other = other_identification(*found);
            account.id = other.id;
            account.scheme = other.scheme;
            account.issuer = other.issuer;
        } else {
            account.id = clean_text(found->text());
        }
    }
    return account;
}

Agent agent_of(std::string role, const XmlElement& element) {
    Agent agent{.role = std::move(role)};
    const std::optional<XmlElement> outer = element.child("FinInstnId");
    if (!outer) {
        return agent;
    }
    // Version 1 puts the parts into CmbndId or NmAndAdr.
    const XmlElement inner = outer->child("CmbndId").value_or(*outer);
    const XmlElement named = inner.child("NmAndAdr").value_or(inner);
    add_identifications(inner, agent.identifications);
    const auto bic = std::find_if(agent.identifications.begin(), agent.identifications.end(),
                                  [](const Identification& each) { return each.kind == "bic"; });
    if (bic != agent.identifications.end()) {
        agent.bic = bic->id;
        agent.identifications.erase(bic);
    }
    agent.name = text_of(named, "Nm");
    agent.member_id = text_of(inner, "ClrSysMmbId/MmbId");
    if (inner.path("ClrSysMmbId/ClrSysId")) {
        const Code system = code_of(*inner.path("ClrSysMmbId/ClrSysId"));
        agent.clearing_system = system.code.empty() ? system.proprietary : system.code;
    }
    if (agent.member_id.empty() && inner.child("ClrSysMmbId") &&
        inner.child("ClrSysMmbId")->child("Id")) {
        agent.member_id = text_of(inner, "ClrSysMmbId/Id");
    }
    if (named.child("PstlAdr")) {
        agent.address = address_of(*named.child("PstlAdr"));
    }
    return agent;
}

Party party_of(std::string role, const XmlElement& element) {
    Party party{.role = std::move(role)};
    if (element.child("Agt")) {
        party.agent = agent_of(party.role, *element.child("Agt"));
        party.name = party.agent->name;
        return party;
    }
    const XmlElement inner = element.child("Pty").value_or(element);
    party.name = text_of(inner, "Nm");
    party.country_of_residence = text_of(inner, "CtryOfRes");
    if (inner.child("PstlAdr")) {
        party.address = address_of(*inner.child("PstlAdr"));
    }
    for (const KnownKind& kind : contact_kinds) {
        const std::string value = text_of(inner, "CtctDtls/" + std::string(kind.element));
        if (!value.empty()) {
            party.contacts.push_back({.name = std::string(kind.kind), .value = value});
        }
    }
    for (const char* place : {"Id/OrgId", "Id/PrvtId"}) {
        if (inner.path(place)) {
            add_identifications(*inner.path(place), party.identifications);
        }
    }
    return party;
}

std::optional<Page> page_of(const XmlElement& element, std::string_view name) {
    const std::optional<XmlElement> child = element.child(name);
    if (!child) {
        return std::nullopt;
    }
    Page page{.number = text_of(*child, "PgNb")};
    if (child->child("LastPgInd")) {
        const auto is_last = truth_of(*child->child("LastPgInd"));
        if (is_last.has_value()) {
            page.is_last = *is_last;
        }
    }
    return page;
}

}  // namespace payments::camt
