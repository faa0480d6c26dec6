// Every group of pages, gathered: a new group is one include and one line here.

#include "web/admin_pages.h"
#include "web/budget_pages.h"
#include "web/help_pages.h"
#include "web/helper_pages.h"
#include "web/people_pages.h"
#include "web/plan_pages.h"
#include "web/provider_pages.h"
#include "web/public_pages.h"
#include "web/question_pages.h"
#include "web/sign_in_pages.h"
#include "web/site.h"
#include "web/start_pages.h"
#include "web/support_pages.h"
#include "web/worker_pages.h"

namespace web {

std::vector<std::span<const Route>> all_routes() {
    return {
        start_routes(),  sign_in_routes(), help_routes(),     public_routes(),
        people_routes(), helper_routes(),  question_routes(), budget_routes(),
        plan_routes(),   support_routes(), provider_routes(),
    };
}

}  // namespace web
