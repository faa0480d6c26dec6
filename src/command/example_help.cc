#include "command/example_help.h"

#include <algorithm>

#include "casework/arrange_help.h"

namespace command {

namespace {

using people::Scope;

// What somebody who helps is to a person, and what he may do.
struct Helping {
    const char* kind;
    std::set<Scope> scopes;
    const char* paper;  // what the council has seen; none: she invites him herself
    bool is_broker = false;
};

Helping draw_helping(ExampleWorld& world) {
    const std::set<Scope> all = {Scope::see, Scope::answer, Scope::plan, Scope::order,
                                 Scope::money};
    const std::int64_t at = world.between(1, 100);
    if (at <= 58) {
        std::set<Scope> scopes = {Scope::see, Scope::order};
        for (const Scope scope : {Scope::answer, Scope::plan}) {
            if (world.chance(60)) {
                scopes.insert(scope);
            }
        }
        return {"family", scopes, nullptr};
    }
    if (at <= 68) {
        return {"friend", {Scope::see, Scope::order}, nullptr};
    }
    if (at <= 84) {
        return {"user_led_organisation",
                {Scope::see, Scope::answer, Scope::plan, Scope::order},
                "Her signed note that the broker may help",
                true};
    }
    if (at <= 92) {
        return {"nominee", {Scope::see, Scope::order, Scope::money}, "The signed nominee form"};
    }
    return {"attorney", all, "The registered power of attorney"};
}

std::string draw_helper_name(ExampleWorld& world, const Life& life, const Helping& helping) {
    if (helping.is_broker) {
        return "Bea Lyle";
    }
    const bool is_friend = std::string(helping.kind) == "friend";
    const std::string own = life.name.substr(life.name.rfind(' ') + 1);
    const std::string& first = world.any_of(world.council().first_names);
    return first + " " + (is_friend ? world.any_of(world.council().last_names) : own);
}

Outcome end_help(ExampleWorld& world, const SharedLife& life) {
    if (!life->help || life->is_closed) {
        return Done{};
    }
    casework::Desk desk = world.desk(life->account);
    const RelationshipId ended = life->help->id;
    life->help.reset();
    return casework::end_helper(desk, life->person, ended);
}

Outcome arrange(ExampleWorld& world, const SharedLife& life) {
    const Helping helping = draw_helping(world);
    casework::HelpOffer offer;
    offer.name = draw_helper_name(world, *life, helping);
    offer.kind = helping.kind;
    offer.scopes = helping.scopes;
    offer.from = world.today();
    RelationshipId made;
    if (helping.paper != nullptr) {
        offer.evidence = std::string(helping.paper) + ", seen on " + world.today().for_people();
        if (helping.is_broker) {
            offer.account = world.broker;  // she has helped others before
        }
        casework::Desk desk = world.desk(life->worker);
        TRY(const casework::ArrangedHelp arranged,
            casework::record_helper(desk, life->person, offer));
        made = arranged.relationship;
    } else {
        casework::Desk desk = world.desk(life->account);
        TRY(const casework::ArrangedHelp arranged,
            casework::invite_helper(desk, life->person, offer));
        made = arranged.relationship;
    }
    TRY(life->help, helper_of(world, *life, made));
    if (helping.is_broker) {
        world.broker = life->help->account;
    } else if (helping.paper == nullptr && ++world.helpers_invited == 3) {
        // One of them falls out with her during the year.
        world.on(world.today().plus_days(110), [&world, life] { return end_help(world, life); });
    }
    return Done{};
}

}  // namespace

AccountId who_does(ExampleWorld& world, const Life& life, Scope scope) {
    if (!life.help || !life.help->scopes.contains(scope) || !world.chance(60)) {
        return life.account;
    }
    return life.help->account;
}

Result<HelpInLife> helper_of(ExampleWorld& world, const Life& life, RelationshipId help) {
    casework::Desk looking = world.desk(life.account);
    TRY(const std::vector<casework::Helper> helpers, casework::helpers_of(looking, life.person));
    const auto found =
        std::find_if(helpers.begin(), helpers.end(),
                     [&](const casework::Helper& helper) { return helper.help.id == help; });
    CHECK(found != helpers.end());
    return HelpInLife{help, found->help.helper, found->help.scopes};
}

void begin_help(ExampleWorld& world, const SharedLife& life, Date day) {
    if (world.chance(26)) {
        world.on(day, [&world, life] { return arrange(world, life); });
    }
}

}  // namespace command
