#pragma once
// An example council as it comes alive: its book, who its staff and providers are, the day it is,
// and the queue of what will happen when. Everything that happens is one of the journeys a user
// takes, done by the account that would do it; chance comes from one seed, so the same files give
// the same council.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "casework/desk.h"
#include "command/example_files.h"

namespace command {

struct ExampleProvider {
    ProviderId id;
    AccountId account;
    const market::Provider* facts = nullptr;
};

struct Life;  // one person's, see example_life.h

class ExampleWorld {
public:
    ExampleWorld(const ExampleCouncil& council, store::Store& book, const casework::Shelf& shelf)
        : council_(council),
          book_(book),
          shelf_(shelf),
          random_(Random::seeded(council.seed)),
          aside_(Random::seeded(~council.seed)),
          today_(council.year.from) {}

    const ExampleCouncil& council() const { return council_; }
    const policy::Package& package() const { return *shelf_.at(council_.package); }
    const casework::Shelf& shelf() const { return shelf_; }
    store::Store& book() { return book_; }
    Random& random() { return is_aside_ ? aside_ : random_; }
    Date today() const { return today_; }

    // Gives a desk at which `actor` works today; each is a second later than the one before.
    casework::Desk desk(AccountId actor);
    // Gives the desk of the council's own dated work, which nobody clicks.
    casework::Desk system_desk();

    // Queues something for a day; a day gone by means today. Things of one day happen in the order
    // queued.
    using Happening = std::function<Outcome()>;
    void on(Date day, Happening happening);
    // Lets each day happen, with `each_day` at its end, until the last day; stops at the first
    // refusal that is nobody's to expect.
    Outcome live_until(Date last_day, const std::function<Outcome()>& each_day);

    // While one lives, chance is drawn from a stream of its own, now and in all that is queued
    // meanwhile: what a few people live besides changes nothing in the days of the others.
    class Aside {
    public:
        explicit Aside(ExampleWorld& world)
            : world_(world), was_aside_(std::exchange(world.is_aside_, true)) {}
        ~Aside() { world_.is_aside_ = was_aside_; }
        Aside(const Aside&) = delete;
        Aside& operator=(const Aside&) = delete;

    private:
        ExampleWorld& world_;
        bool was_aside_;
    };

    // Chance in words.
    bool chance(std::uint64_t percent) { return random().below(100) < percent; }
    std::int64_t between(std::int64_t least, std::int64_t most) {
        return least + static_cast<std::int64_t>(
                           random().below(static_cast<std::uint64_t>(most - least + 1)));
    }
    template <typename T>
    const T& any_of(const std::vector<T>& things) {
        return things[random().below(things.size())];
    }

    // Filled when the council is founded.
    std::vector<ExampleProvider> providers;
    std::map<ProviderId, AccountId> provider_accounts;
    std::vector<std::pair<OfferId, market::Offer>> offers;
    std::vector<std::pair<StaffId, AccountId>> workers;  // social workers
    AccountId admin;
    AccountId manager;
    AccountId finance;
    AccountId finance_release;
    std::map<StreamId, AccountId> stream_owners;
    std::map<std::string, AccountId> holder_accounts;  // who signs in for a fund or a trust

    // Who helps whom, as the year goes.
    std::optional<AccountId> broker;  // of the user-led organisation; none: she has helped nobody
    std::int64_t helpers_invited = 0;
    std::int64_t budgets_begun = 0;
    // First plans so far, how many of their writers still shall have a nominee or add own money,
    // and how many nominees there were.
    std::int64_t plans_written = 0;
    std::int64_t direct_payment_plans = 0;
    std::int64_t nominees_to_come = 0;
    std::int64_t own_money_to_come = 0;
    std::int64_t nominees_named = 0;
    bool has_nominee_ended = false;
    std::vector<std::shared_ptr<Life>> lives;  // of everybody with a record

private:
    const ExampleCouncil& council_;
    store::Store& book_;
    const casework::Shelf& shelf_;
    struct Queued {
        Happening happening;
        bool is_aside = false;
    };

    Random random_;
    Random aside_;
    bool is_aside_ = false;
    Date today_ = {};
    std::int64_t second_ = 0;
    std::map<Date, std::vector<Queued>> queue_;
};

// Makes the staff, providers, offers and cash limits, through the office's own journeys.
Outcome found_council(ExampleWorld& world);

}  // namespace command
