#pragma once
// Keeps and loads reviews: the one to come and those that were held.

#include <optional>
#include <vector>

#include "base/ids.h"
#include "people/review.h"
#include "store/store.h"

namespace store {

// Loads a person's reviews, latest first.
std::vector<people::Review> load_reviews(View& view, PersonId person);

// Finds the review to come; nothing when none is set.
std::optional<people::Review> find_review_to_come(View& view, PersonId person);

// Keeps a review: a new one (seq 0) gets the next number, another is put in place of what was kept.
void keep(Tx& tx, const people::Review& review);

}  // namespace store
