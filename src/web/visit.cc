#include "web/visit.h"

#include "web/csrf.h"

namespace web {

std::string Visit::form_token() const {
    shows_form = true;
    return form_token_of(form_secret);
}

}  // namespace web
