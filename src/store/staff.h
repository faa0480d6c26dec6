#pragma once
// Keeps and loads the people who work for the council or for the owner of a stream.

#include <optional>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "people/staff.h"
#include "store/store.h"

namespace store {

// Loads one member of staff. Refuses: staff.not_found.
Result<people::Staff> load_staff(View& view, StaffId staff);

// Loads all members of staff, by name.
std::vector<people::Staff> load_all_staff(View& view);

// Finds the worker on duty, the first by name when there are several; nothing when nobody is.
std::optional<people::Staff> find_duty_worker(View& view);

// Keeps a new member of staff.
void keep(Tx& tx, const people::Staff& staff);

// Puts what holds now in place of what was kept.
void change(Tx& tx, const people::Staff& staff);

}  // namespace store
