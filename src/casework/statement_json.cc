#include "casework/statement_json.h"

#include "base/json.h"

namespace casework {

namespace {

json::object figures(const ledger::Figures& sums) {
    return {{"have", sums.have().to_text()},
            {"promised", sums.promised().to_text()},
            {"spent", sums.spent.to_text()},
            {"left", sums.left().to_text()},
            {"paid_to_you_and_not_reported", sums.paid_to_holder.to_text()}};
}

json::object owner_figures(const ledger::OwnerFigures& sums) {
    return {{"cash_limit", sums.cash_limit.to_text()},
            {"not_awarded", sums.not_awarded.to_text()},
            {"people", figures(sums.people)}};
}

std::string reference(const std::map<PersonId, std::string>& references, const PersonId& person) {
    const auto found = references.find(person);
    return found == references.end() ? std::string() : found->second;
}

std::string name_of(const std::vector<std::pair<PayeeId, std::string>>& names, PayeeId payee) {
    for (const auto& each : names) {
        if (each.first == payee) {
            return each.second;
        }
    }
    return {};
}

// `year` is the calendar year in which a year of the council begins; nought for own money.
json::object line_json(const ledger::StatementLine& line) {
    return {{"on", line.on.to_text()},
            {"entry", line.entry.to_text()},
            {"what", line.words},
            {"stream", line.stream},
            {"sum", line.amount.to_text()},
            {"from", ledger::to_text(line.from)},
            {"to", ledger::to_text(line.to)},
            {"year", line.year.begins_in}};
}

template <typename SomeId>
std::string text(const SomeId& id) {
    return id.is_none() ? std::string() : id.to_text();
}

}  // namespace

json::object to_json(const StatementView& view) {
    json::array streams;
    for (const ledger::StreamFigures& stream : view.statement.streams) {
        json::object each = figures(stream.at_end);
        each["stream"] = stream.stream;
        streams.push_back(std::move(each));
    }
    json::array years;
    for (const ledger::PersonYear& year : view.statement.years) {
        json::array of_year;
        for (const ledger::StreamFigures& stream : year.streams) {
            json::object each = figures(stream.at_end);
            each["stream"] = stream.stream;
            of_year.push_back(std::move(each));
        }
        years.push_back(json::object{{"year", year.year.begins_in},
                                     {"at_start", figures(year.total.at_start)},
                                     {"total", figures(year.total.at_end)},
                                     {"streams", std::move(of_year)}});
    }
    json::array lines;
    for (const ledger::StatementLine& line : view.statement.lines) {
        json::object each = line_json(line);
        each["paid_to"] = name_of(view.payee_names, line.payee);
        if (const SpendingReport* report = view.report_of(line)) {
            each["reported"] = report->what;
            each["reported_by"] = view.reporter(*report);
        }
        lines.push_back(std::move(each));
    }
    return {{"reference", view.person.reference},
            {"from", view.statement.period.from.to_text()},
            {"until", view.statement.period.until.to_text()},
            {"at_start", figures(view.statement.total.at_start)},
            {"total", figures(view.statement.total.at_end)},
            {"streams", std::move(streams)},
            {"years", std::move(years)},
            {"lines", std::move(lines)}};
}

json::object to_json(const StreamAccountView& view) {
    json::array people;
    for (const ledger::PersonRow& row : view.statement.persons) {
        json::object each = figures(row.at_end);
        each["reference"] = reference(view.references, row.person);
        people.push_back(std::move(each));
    }
    json::array years;
    for (const ledger::OwnerYear& year : view.statement.years) {
        years.push_back(json::object{{"year", year.year.begins_in},
                                     {"at_start", owner_figures(year.at_start)},
                                     {"at_end", owner_figures(year.at_end)}});
    }
    json::array lines;
    for (const ledger::StatementLine& line : view.statement.lines) {
        json::object each = line_json(line);
        each["reference"] = reference(view.references, line.person);
        lines.push_back(std::move(each));
    }
    return {{"stream", view.stream},
            {"name", view.name},
            {"owner", view.owner},
            {"ledger_code", view.ledger_code},
            {"from", view.statement.period.from.to_text()},
            {"until", view.statement.period.until.to_text()},
            {"at_start", owner_figures(view.statement.at_start)},
            {"at_end", owner_figures(view.statement.at_end)},
            {"years", std::move(years)},
            {"people", std::move(people)},
            {"lines", std::move(lines)}};
}

json::array to_json(const std::vector<EntryRow>& rows) {
    json::array all;
    for (const EntryRow& row : rows) {
        json::array postings;
        for (const ledger::Posting& posting : row.facts.postings) {
            postings.push_back(json::object{{"account", ledger::to_text(posting.account.kind)},
                                            {"stream", posting.account.stream},
                                            {"payee", text(posting.account.payee)},
                                            {"year", posting.account.year.begins_in},
                                            {"sum", posting.amount.to_text()}});
        }
        all.push_back(json::object{
            {"entry", row.facts.id.to_text()},
            {"kind", ledger::to_text(row.facts.kind)},
            {"on", row.facts.on.to_text()},
            {"recorded", row.facts.recorded.to_text()},
            {"cause", row.facts.cause},
            {"about", row.facts.about},
            {"reference", row.reference},
            {"reverses", row.facts.reverses ? row.facts.reverses->to_text() : std::string()},
            {"postings", std::move(postings)}});
    }
    return all;
}

json::array to_json(const std::vector<Verdict>& verdicts) {
    json::array all;
    for (const Verdict& verdict : verdicts) {
        json::array violations;
        for (const ledger::Violation& violation : verdict.violations) {
            violations.push_back(
                json::object{{"about", violation.about}, {"words", violation.words}});
        }
        all.push_back(json::object{{"law", verdict.law->id},
                                   {"words", verdict.law->words},
                                   {"holds", verdict.violations.empty()},
                                   {"violations", std::move(violations)}});
    }
    return all;
}

}  // namespace casework
