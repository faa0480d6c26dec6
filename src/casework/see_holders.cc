#include "casework/see_holders.h"

#include <algorithm>
#include <set>

#include "casework/stream_rules.h"

namespace casework {

Result<HolderChoices> see_holders(Desk& desk, PersonId person) {
    return look(
        desk, person, people::Action::see_record, "plan",
        [&](store::Snapshot& snapshot) -> Result<HolderChoices> {
            HolderChoices choices;
            TRY(const std::shared_ptr<const policy::Package> package,
                package_of(desk.shelf, snapshot, person));
            std::set<std::string> purposes;
            for (const policy::Stream& stream : package->all_streams()) {
                purposes.insert(stream.purposes.begin(), stream.purposes.end());
            }
            choices.purposes.assign(purposes.begin(), purposes.end());
            for (const store::Payee& payee : store::load_payees(snapshot)) {
                if (payee.kind == "provider" ||
                    (payee.kind == "holder" && payee.person == person && !payee.relationship)) {
                    choices.holders.push_back(payee);
                }
            }
            choices.nominees = nominees_of(snapshot, person, desk.today);
            for (const ledger::Balance& balance : store::load_balances_of(snapshot, person)) {
                if (balance.account.kind != ledger::AccountKind::paid_to_holder) {
                    continue;
                }
                const bool known = std::any_of(
                    choices.paid_to.begin(), choices.paid_to.end(),
                    [&](const store::Payee& p) { return p.id == balance.account.payee; });
                if (!known) {
                    choices.paid_to.push_back(*store::find_payee(snapshot, balance.account.payee));
                }
            }
            for (const store::Payee& payee : choices.paid_to) {
                if (payee.kind == "person") {
                    choices.own_parts = held_parts(snapshot, person, payee.id, desk.today);
                }
            }
            return choices;
        });
}

}  // namespace casework
