#include "web/access.h"

namespace web {

std::string_view to_text(const Access& access) {
    switch (access.kind()) {
        case Access::Kind::anyone:
            return "anyone";
        case Access::Kind::signed_in:
            return "anyone signed in";
        case Access::Kind::action:
            return people::to_text(access.action());
    }
    return "";
}

}  // namespace web
