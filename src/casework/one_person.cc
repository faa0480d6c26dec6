#include "casework/one_person.h"

#include "store/standing.h"

namespace casework {

bool is_one_person(store::View& view, AccountId one, AccountId other) {
    if (one.is_none() || other.is_none()) {
        return false;
    }
    if (one == other) {
        return true;
    }
    const people::Standing a = store::load_standing(view, one);
    const people::Standing b = store::load_standing(view, other);
    return (a.staff && b.staff && *a.staff == *b.staff) ||
           (a.person && b.person && *a.person == *b.person);
}

}  // namespace casework
