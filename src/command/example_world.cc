#include "command/example_world.h"

#include <cstdio>

#include "casework/install_rules.h"
#include "casework/provider_offers.h"
#include "casework/record_cash_limit.h"
#include "casework/staff_accounts.h"
#include "store/accounts.h"
#include "store/book.h"

namespace command {

casework::Desk ExampleWorld::desk(AccountId actor) {
    const std::int64_t nine_o_clock = today_.days() * 86'400 + std::int64_t{9} * 3'600;
    return casework::Desk{.store = book_,
                          .shelf = shelf_,
                          .random = Random::seeded(random().next()),
                          .today = today_,
                          .now = Instant{nine_o_clock + second_++ % 28'000},
                          .actor = actor};
}

casework::Desk ExampleWorld::system_desk() {
    casework::Desk desk = this->desk({});
    desk.is_system = true;
    return desk;
}

void ExampleWorld::on(Date day, Happening happening) {
    queue_[std::max(day, today_)].push_back({std::move(happening), is_aside_});
}

Outcome ExampleWorld::live_until(Date last_day, const std::function<Outcome()>& each_day) {
    for (today_ = council_.year.from; today_ <= last_day; today_ = today_.plus_days(1)) {
        second_ = 0;
        // What happens may queue more for the same day.
        for (std::size_t i = 0; i < queue_[today_].size(); ++i) {
            const Queued next = queue_[today_][i];
            is_aside_ = next.is_aside;
            const Outcome done = next.happening();
            is_aside_ = false;
            if (!done) {
                return base::at(today_.to_text(), done.error());
            }
        }
        queue_.erase(today_);
        TRY_DONE(each_day());
        if (today_.day() == 1) {
            std::printf("  %s: %s\n", council_.name.c_str(), today_.for_people().c_str());
            std::fflush(stdout);
        }
    }
    return Done{};
}

namespace {

// Those who came to the example's cast last draw their chance aside, so that everybody else lives
// as before.
bool is_of_rules(const people::Staff& staff) {
    return staff.has(people::Role::policy_officer) || staff.has(people::Role::policy_publisher);
}

Outcome found_staff(ExampleWorld& world) {
    for (const people::Staff& staff : world.council().staff) {
        std::optional<ExampleWorld::Aside> aside;
        if (is_of_rules(staff)) {
            aside.emplace(world);
        }
        casework::Desk desk = world.admin.is_none() ? world.system_desk() : world.desk(world.admin);
        TRY(const casework::MadeStaff made, casework::make_staff(desk, staff));
        AccountId account;
        world.book().read([&](store::Snapshot& snapshot) {
            for (const identity::Account& each : store::load_accounts(snapshot)) {
                if (each.staff == made.staff) {
                    account = each.id;
                }
            }
            return 0;
        });
        if (staff.has(people::Role::social_worker)) {
            world.workers.emplace_back(made.staff, account);
        }
        if (staff.has(people::Role::manager)) {
            world.manager = account;
        }
        if (staff.has(people::Role::account_admin)) {
            world.admin = account;
        }
        if (staff.has(people::Role::finance)) {
            world.finance = account;
        }
        if (staff.has(people::Role::finance_release)) {
            world.finance_release = account;
        }
        if (staff.has(people::Role::stream_owner)) {
            world.stream_owners[*staff.stream] = account;
        }
    }
    return Done{};
}

// The rules that come with Onepurse are the first version of every package.
Outcome found_rules(ExampleWorld& world) {
    const ExampleWorld::Aside aside(world);
    casework::Desk desk = world.system_desk();
    return casework::install_rules(desk, world.shelf());
}

Outcome found_market(ExampleWorld& world) {
    std::map<std::string, std::pair<ProviderId, AccountId>> by_name;
    for (const market::Provider& provider : world.council().providers) {
        casework::Desk desk = world.desk(world.admin);
        TRY(const casework::MadeProvider made,
            casework::make_provider(desk, provider, provider.name + " office"));
        AccountId account;
        world.book().read([&](store::Snapshot& snapshot) {
            for (const identity::Account& each : store::load_accounts(snapshot)) {
                if (each.provider == made.provider) {
                    account = each.id;
                }
            }
            return 0;
        });
        by_name[provider.name] = {made.provider, account};
        world.provider_accounts[made.provider] = account;
        world.providers.push_back({made.provider, account, &provider});
    }
    for (const ExampleOffer& each : world.council().offers) {
        const auto provider = by_name.find(each.provider);
        if (provider == by_name.end()) {
            return Error{"command.bad_cell",
                         "The offers name a provider that is not there: " + each.provider + "."};
        }
        casework::Desk desk = world.desk(provider->second.second);
        TRY(const OfferId id, casework::save_offer(desk, provider->second.first, each.offer));
        market::Offer offer = each.offer;
        offer.id = id;
        offer.provider = provider->second.first;
        world.offers.emplace_back(id, std::move(offer));
    }
    return Done{};
}

}  // namespace

Outcome found_council(ExampleWorld& world) {
    const ExampleCouncil& council = world.council();
    TRY_DONE(world.book().write([&](store::Tx& tx) -> Outcome {
        Random random = Random::seeded(council.seed);
        store::ensure_secret(tx, random);
        store::name_council(tx, council.name, true);
        return Done{};
    }));
    TRY_DONE(found_rules(world));
    TRY_DONE(found_staff(world));
    TRY_DONE(found_market(world));
    TRY(const payments::BankAccount account,
        payments::BankAccount::make("900001", "10000001", council.name));
    casework::Desk banking = world.desk(world.finance);
    TRY_DONE(casework::set_council_account(banking, account));
    for (const auto& [stream, amount] : council.cash_limits) {
        casework::Desk desk = world.desk(world.finance);
        TRY_DONE(casework::record_cash_limit(desk, stream, amount, "The cash limit of the year."));
    }
    for (const auto& [stream, code] : council.ledger_codes) {
        casework::Desk desk = world.desk(world.finance);
        TRY_DONE(casework::set_ledger_code(desk, stream, code));
    }
    return Done{};
}

}  // namespace command
