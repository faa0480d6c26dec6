// Every group of pages, gathered: a new group is one include and one line here.

#include "web/admin_pages.h"
#include "web/allocation_pages.h"
#include "web/answer_pages.h"
#include "web/assessment_pages.h"
#include "web/bank_pages.h"
#include "web/budget_pages.h"
#include "web/change_pages.h"
#include "web/check_file_pages.h"
#include "web/check_pages.h"
#include "web/close_account_pages.h"
#include "web/close_pages.h"
#include "web/contribution_pages.h"
#include "web/decision_pages.h"
#include "web/finance_pages.h"
#include "web/help_pages.h"
#include "web/helping_pages.h"
#include "web/holding_pages.h"
#include "web/keyed_pages.h"
#include "web/offer_pages.h"
#include "web/order_pages.h"
#include "web/people_pages.h"
#include "web/plan_line_pages.h"
#include "web/plan_pages.h"
#include "web/provider_pages.h"
#include "web/public_pages.h"
#include "web/question_pages.h"
#include "web/recovery_pages.h"
#include "web/referral_pages.h"
#include "web/refund_pages.h"
#include "web/report_pages.h"
#include "web/rule_change_pages.h"
#include "web/rule_check_pages.h"
#include "web/rule_drawing_pages.h"
#include "web/rule_paste_pages.h"
#include "web/rule_proposal_pages.h"
#include "web/rule_sheet_pages.h"
#include "web/rule_tables_pages.h"
#include "web/rules_pages.h"
#include "web/run_pages.h"
#include "web/search_pages.h"
#include "web/sign_in_pages.h"
#include "web/site.h"
#include "web/start_pages.h"
#include "web/stream_account_pages.h"
#include "web/stream_owner_pages.h"
#include "web/support_pages.h"
#include "web/take_up_pages.h"
#include "web/transparency_pages.h"
#include "web/why_pages.h"
#include "web/worker_pages.h"

namespace web {

std::vector<std::span<const Route>> all_routes() {
    return {
        start_routes(),         sign_in_routes(),       help_routes(),
        public_routes(),        people_routes(),        helping_routes(),
        question_routes(),      budget_routes(),        plan_routes(),
        support_routes(),       order_routes(),         provider_routes(),
        assessment_routes(),    answer_routes(),        keyed_routes(),
        check_routes(),         why_routes(),           decision_routes(),
        referral_routes(),      stream_owner_routes(),  worker_routes(),
        record_routes(),        admin_routes(),         take_up_routes(),
        allocation_routes(),    finance_routes(),       run_routes(),
        bank_routes(),          bank_details_routes(),  stream_account_routes(),
        contribution_routes(),  change_routes(),        holding_routes(),
        offer_routes(),         search_routes(),        plan_line_routes(),
        close_account_routes(), refund_routes(),        recovery_routes(),
        close_routes(),         report_routes(),        transparency_routes(),
        rule_tables_routes(),   check_file_routes(),    rules_routes(),
        rule_change_routes(),   rule_sheet_routes(),    rule_paste_routes(),
        rule_check_routes(),    rule_proposal_routes(), rule_drawing_routes(),
    };
}

}  // namespace web
