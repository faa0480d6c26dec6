#pragma once
// What the stages of one life in an example council share: who she is, who helps her, and what has
// become of her support so far. Passed from each stage to those it queues, so that somebody who
// died orders nothing, and a helper whose help has ended does nothing for her.

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "command/example_world.h"
#include "people/actor.h"
#include "people/person.h"

namespace command {

struct HelpInLife {
    RelationshipId id;
    AccountId account;
    std::set<people::Scope> scopes;
};

struct Life {
    std::int64_t number = 0;
    PersonId person = {};
    std::string name = {};
    AccountId account = {};  // her own
    AccountId worker = {};
    people::ClientGroup group = people::ClientGroup::older_people;
    std::int64_t need = 0;      // 0 to 100: how much help she needs
    std::int64_t stops_at = 9;  // the stage her story has come to; 9: all of them
    PlanId plan = {};
    BudgetId budget = {};                    // the latest she accepted
    std::optional<HelpInLife> help = {};     // none: nobody helps, or no longer
    std::optional<HelpInLife> nominee = {};  // to whom her direct payments go; none: to herself
    bool has_budget = false;
    bool is_closed = false;  // she died or moved away
    std::optional<Date> died_on = {};
    std::optional<Date> leaves_on = {};  // she told the council on which day she moves away
    // Nothing is reported in the weeks before everything ends: what was paid is given back.
    std::optional<Date> quiet_from = {};
    std::map<PlanLineId, Date> cut = {};  // lines that a change cut short: the first day without
    // Lines that go on as another from a day on, reported as before: only who is paid is new.
    std::map<PlanLineId, std::pair<Date, PlanLineId>> goes_on_as = {};
};
using SharedLife = std::shared_ptr<Life>;

// Gives the account that does something of hers today: her helper's for some of what his scope
// allows, else her own.
AccountId who_does(ExampleWorld& world, const Life& life, people::Scope scope);

}  // namespace command
