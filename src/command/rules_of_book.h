#pragma once
// The rules of a book as a verb works with them: what is on disk is written down in the book when
// it is opened to work with, and read from the book alone when it is opened only to read.

#include <memory>

#include "base/result.h"
#include "casework/rules_in_force.h"
#include "command/clock.h"
#include "store/store.h"

namespace command {

// Writes down in a book what is on disk, and gives its rules. The packages on disk need not be
// loaded again. Refuses: what casework::install_rules and RulesInForce::open refuse.
Result<std::unique_ptr<casework::RulesInForce>> open_rules(store::Store& store,
                                                           const casework::Shelf& on_disk,
                                                           casework::LoadedPackages& loaded,
                                                           const Clock& clock);

// Gives the day a book is at: the world's, or the one an example's story has come to.
Date day_of_book(store::Store& store);

// Gives the packages in force in a book on its day; one the book knows no version of is taken from
// disk. Refuses: what RulesInForce::open refuses.
Result<casework::Shelf> shelf_of_book(store::Store& store, const casework::Shelf& on_disk);

}  // namespace command
