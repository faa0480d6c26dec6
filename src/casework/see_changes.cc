#include "casework/see_changes.h"

#include "casework/find_stream.h"
#include "store/plans.h"

namespace casework {

namespace {

NamedDelta named(const Desk& desk, const budget::Budget& before, const budget::Budget& after,
                 const budget::Delta& delta) {
    const budget::BudgetLine* line = before.find(delta.line);
    line = line != nullptr ? line : after.find(delta.line);
    CHECK(line != nullptr);
    return {line->plan.what, stream_name(desk.shelf, delta.stream, desk.today), delta};
}

}  // namespace

Result<StatementChanges> see_changes(Desk& desk, PersonId person, const Period& period) {
    return look(
        desk, person, people::Action::see_record, "statement",
        [&](store::Snapshot& snapshot) -> Result<StatementChanges> {
            StatementChanges seen;
            for (const BudgetId& id : store::find_budgets_of(snapshot, person)) {
                for (const store::BudgetVersion& version : store::load_versions(snapshot, id)) {
                    if (version.version == 1 || !period.contains(version.made_on)) {
                        continue;
                    }
                    const budget::Budget before =
                        store::load_version(snapshot, id, version.version - 1);
                    const budget::Budget after = store::load_version(snapshot, id, version.version);
                    BudgetChange change{version.made_on, version.why, {}};
                    for (const budget::Delta& delta : budget::deltas(before, after, version.why)) {
                        change.deltas.push_back(named(desk, before, after, delta));
                    }
                    seen.changes.push_back(std::move(change));
                }
            }
            const std::map<std::string, Money> received = store::load_received(snapshot);
            for (store::Invoice& invoice : store::load_invoices_of(snapshot, person)) {
                if (!period.contains(invoice.issued_on)) {
                    continue;
                }
                const auto paid = received.find(invoice.id.to_text());
                const std::string name = stream_name(desk.shelf, invoice.stream, desk.today);
                seen.invoices.push_back(
                    {std::move(invoice), name, paid == received.end() ? Money() : paid->second});
            }
            return seen;
        });
}

}  // namespace casework
