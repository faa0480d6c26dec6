#pragma once
// The way back for a council whose last account administrator lost what she signs in with, or left:
// nobody on the pages can print a code for her, or give its second part. Whoever runs the machine
// and so holds the book itself asks for it, by the administrator's name. The code goes to her on
// paper, she chooses the password, and the journal names the operator. It opens the account of
// somebody who looks after accounts and no other: those see nobody's record. Why: decision 31.

#include <string>

#include "casework/desk.h"

namespace casework {

struct RestoredAdministrator {
    std::string name = {};
    std::string paper_code = {};  // to print once; it needs no second part
    bool is_new = false;          // nobody was left, so an account was made
};

// Prints a new code for the open account administrator of that name (or account id): her password
// and her sessions end. Where none is open any more it makes the first one anew. The desk is the
// operator's. Refuses: staff.administrator_unknown (somebody else is open; the message names them),
// staff.administrators_share_name, what people::check(Staff) refuses.
Result<RestoredAdministrator> restore_administrator(Desk& desk, const std::string& name);

}  // namespace casework
