#include "casework/see_reports.h"

#include <algorithm>
#include <set>

#include "casework/report_spending.h"
#include "casework/stream_rules.h"
#include "store/journal.h"
#include "store/ledger.h"
#include "store/people.h"

namespace casework {

namespace {

using ledger::AccountKind;
using people::Action;

Error report_unknown() {
    return {"casework.report_unknown",
            "This report does not exist. Go back to the list of reports."};
}

std::string fund_name(const policy::Package& package, const StreamId& stream) {
    const policy::Stream* found = package.stream(stream);
    return found == nullptr ? stream : found->name;
}

// Whether some part is paid from other funds than those a report took.
bool may_be_another(const std::vector<HeldPart>& parts, const std::set<StreamId>& taken) {
    return std::any_of(parts.begin(), parts.end(), [&](const HeldPart& part) {
        std::set<StreamId> pays;
        for (const ledger::Portion& portion : part.portions) {
            pays.insert(portion.stream);
        }
        return pays != taken;
    });
}

// Adds what one entry of a report took.
void add(Report& report, const policy::Package& package, const ledger::Entry& entry) {
    for (const ledger::Posting& posting : entry.postings()) {
        if (posting.account.kind != AccountKind::spent) {
            continue;
        }
        report.payee = posting.account.payee;
        if (entry.kind() == ledger::EntryKind::top_up_spent) {
            report.own += posting.amount;
            continue;
        }
        report.amount += posting.amount;
        report.part = entry.facts().line;
        report.taken_from.emplace_back(
            posting.account.stream.empty()
                ? "What was paid in towards " + fund_name(package, entry.facts().towards)
                : fund_name(package, posting.account.stream),
            posting.amount);
    }
}

// The report that a line of the journal made; nothing where it stands by no entry.
std::optional<Report> report_of(const Desk& desk, store::View& view, const policy::Package& package,
                                PersonId person, const store::JournalLine& made) {
    const auto id = ReportId::parse(made.about);
    if (!id) {
        return std::nullopt;
    }
    Report report;
    report.id = *id;
    report.what = made.detail;
    report.by = made.relation == "self" ? "" : made.actor_name;
    std::set<StreamId> taken;
    for (const ledger::Entry& entry : entries_of_report(view, *id)) {
        add(report, package, entry);
        for (const ledger::Posting& posting : entry.postings()) {
            taken.insert(posting.account.stream.empty() ? entry.facts().towards
                                                        : posting.account.stream);
        }
    }
    taken.erase("");  // her own money beside it
    const std::vector<ledger::Entry> all = store::load_entries_about(view, made.about);
    if (report.taken_from.empty() || all.empty()) {
        return std::nullopt;
    }
    // A correction is dated later; what was spent was spent on its day.
    report.on = std::min_element(all.begin(), all.end(), [](const auto& a, const auto& b) {
                    return a.on() < b.on();
                })->on();
    const std::optional<store::Payee> payee = store::find_payee(view, report.payee);
    report.payee_name = payee ? payee->name : "";
    report.parts = held_parts(view, person, report.payee, desk.today);
    report.may_be_another_fund = may_be_another(report.parts, taken);
    if (report.part) {
        report.part_words = "A part of the plan that has changed since";
    }
    for (const HeldPart& part : report.parts) {
        report.part_words = report.part == part.line ? part.words : report.part_words;
    }
    for (const store::JournalLine& line : store::load_acts_about(view, person, made.about)) {
        if (line.name == "correct_report") {
            report.corrections.push_back({line.on, line.actor_name, line.detail});
        }
    }
    return report;
}

Result<Reports> load_reports(Desk& desk, store::View& view, PersonId person,
                             std::optional<ReportId> only) {
    Reports found;
    TRY(found.person, store::load_person(view, person));
    TRY(const std::shared_ptr<const policy::Package> package, package_of(desk.shelf, found.person));
    for (const store::JournalLine& made : store::load_acts_named(view, person, "report_spending")) {
        if (only && made.about != only->to_text()) {
            continue;
        }
        if (std::optional<Report> report = report_of(desk, view, *package, person, made)) {
            found.reports.push_back(std::move(*report));
        }
    }
    std::stable_sort(found.reports.begin(), found.reports.end(),
                     [](const Report& a, const Report& b) { return a.on > b.on; });
    if (only && found.reports.empty()) {
        return report_unknown();
    }
    return found;
}

}  // namespace

Result<Reports> see_reports(Desk& desk, PersonId person) {
    return look(desk, person, Action::see_record, "reports of spending",
                [&](store::Snapshot& view) { return load_reports(desk, view, person, {}); });
}

Result<Reports> see_report(Desk& desk, PersonId person, ReportId report) {
    return look(desk, person, Action::see_record, "reports of spending",
                [&](store::Snapshot& view) { return load_reports(desk, view, person, report); });
}

Result<Reports> see_held_report(Desk& desk, PayeeId holder, PersonId person, ReportId report) {
    return look(desk, people::Object{.person = person, .payee = holder}, Action::see_held_money,
                "money held for her", [&](store::Snapshot& view) -> Result<Reports> {
                    TRY(Reports found, load_reports(desk, view, person, report));
                    if (found.reports.front().payee != holder) {
                        return report_unknown();
                    }
                    return found;
                });
}

}  // namespace casework
