#include "command/rules_of_book.h"

#include "casework/install_rules.h"
#include "store/book.h"

namespace command {

Result<std::unique_ptr<casework::RulesInForce>> open_rules(store::Store& store,
                                                           const casework::Shelf& on_disk,
                                                           casework::LoadedPackages& loaded,
                                                           const Clock& clock) {
    for (const auto& [id, package] : on_disk) {
        loaded.add(package);
    }
    casework::Desk desk{.store = store,
                        .shelf = on_disk,
                        .today = clock.today(),
                        .now = clock.now(),
                        .is_system = true,
                        .is_operator = true};
    TRY_DONE(casework::install_rules(desk, on_disk));
    return casework::RulesInForce::open(store, loaded, desk.today);
}

Date day_of_book(store::Store& store) {
    const store::BookFacts facts =
        store.read([](store::Snapshot& snapshot) { return store::load_book_facts(snapshot); });
    return Clock(facts.example_day).today();
}

Result<casework::Shelf> shelf_of_book(store::Store& store, const casework::Shelf& on_disk) {
    casework::LoadedPackages loaded;
    for (const auto& [id, package] : on_disk) {
        loaded.add(package);
    }
    const Date today = day_of_book(store);
    TRY(const std::unique_ptr<casework::RulesInForce> rules,
        casework::RulesInForce::open(store, loaded, today));
    casework::Shelf shelf = *rules->shelf_on(today);
    shelf.insert(on_disk.begin(), on_disk.end());
    return shelf;
}

}  // namespace command
