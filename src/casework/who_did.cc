#include "casework/who_did.h"

#include "casework/who_can_see.h"
#include "store/journal.h"

namespace casework {

Result<std::vector<Deed>> deeds_about(Desk& desk, PersonId person,
                                      const std::vector<std::string>& things,
                                      std::string_view purpose) {
    return look(
        desk, person, people::Action::see_record, purpose,
        [&](store::Snapshot& snapshot) -> Result<std::vector<Deed>> {
            std::vector<Deed> deeds;
            for (const std::string& thing : things) {
                for (store::JournalLine& line : store::load_acts_about(snapshot, person, thing)) {
                    deeds.push_back({thing, act_in_words(line.name), std::move(line.actor_name),
                                     line.on, line.relation == "self"});
                }
            }
            return deeds;
        });
}

}  // namespace casework
